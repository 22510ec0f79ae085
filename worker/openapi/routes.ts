import { Hono } from 'hono'
import type { AppEnv } from '../context'
import { type Document, documentOf } from './document'
import { nouns } from './nouns'
import { pageOf } from './page'
import { STYLESHEET } from './stylesheet'

/** Nothing here is anybody's own, and it changes with a deploy only. */
const CACHED = { 'Cache-Control': 'public, max-age=300' }
/** The page loads its stylesheet, and nothing else from anywhere. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Mounted at /api: what `app` answers, for programs and for people. */
export function documentation(app: Hono<AppEnv>) {
  let made: Document | undefined
  // Not before the first question: by then every route is there.
  const document = () => {
    made ??= documentOf(app, nouns)
    return made
  }
  return new Hono<AppEnv>()
    .get('/openapi.json', (c) =>
      // As text: what `hc` would infer of the document is more than a compiler can write down.
      c.body(JSON.stringify(document()), 200, { ...CACHED, 'Content-Type': 'application/json' }),
    )
    .get('/docs', (c) => {
      c.header('Content-Security-Policy', PAGE_POLICY)
      return c.html(pageOf(document()), 200, CACHED)
    })
    .get('/docs/style.css', (c) =>
      c.body(STYLESHEET, 200, { ...CACHED, 'Content-Type': 'text/css; charset=utf-8' }),
    )
}
