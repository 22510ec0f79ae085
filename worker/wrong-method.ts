import type { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { TrieRouter } from 'hono/router/trie-router'
import type { AppEnv } from './context'

/**
 * 405 with `Allow` where the path is known and the method is not, whoever asks: no sign-in would
 * make it another answer.
 */
export function refuseWrongMethod(app: Hono<AppEnv>) {
  // Routes are mounted after this, so they are read when the first request comes.
  let known: TrieRouter<string[]> | undefined
  return createMiddleware<AppEnv>(async (c, next) => {
    known ??= methodsByPath(app)
    const [found] = known.match('ALL', c.req.path)
    const methods = [...new Set(found.flatMap(([methods]) => methods))]
    if (methods.length === 0 || methods.includes(c.req.method)) return next()
    const allowed = methods.join(', ')
    const error = `This address answers ${allowed} only.`
    return c.json({ error, code: 'method_not_allowed' }, 405, { Allow: allowed })
  })
}

/** Middleware stands at every method, and says nothing of which there are. */
function methodsByPath({ routes }: Hono<AppEnv>): TrieRouter<string[]> {
  const router = new TrieRouter<string[]>()
  for (const { path, method } of routes) {
    if (method === 'ALL') continue
    router.add('ALL', path, method === 'GET' ? ['GET', 'HEAD'] : [method])
  }
  return router
}
