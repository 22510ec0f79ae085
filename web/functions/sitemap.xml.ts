import { readPages } from '../src/next-page'
import type { Env } from './env'
import { theApi, theSite } from './the-api'

/** Pages of a hundred: one sitemap stays far below its limit of 50,000 addresses. */
const SESSION_PAGES = 40
const FACILITATOR_PAGES = 10
const KEPT_S = 600

/** Every address worth finding: home, lists, sessions to come, and who gives them. */
export const onRequestGet: PagesFunction<Env> = async (call) => {
  const key = new URL('/sitemap.xml', call.request.url)
  const kept = await caches.default.match(key)
  if (kept) return kept
  try {
    const answer = sitemap(await addresses(call))
    call.waitUntil(caches.default.put(key, answer.clone()))
    return answer
  } catch (error) {
    // Half a sitemap would tell a search engine that the rest is gone.
    console.error(error)
    return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  }
}

type Call = Parameters<PagesFunction<Env>>[0]

async function addresses(call: Call): Promise<string[]> {
  const api = theApi(call)
  const [{ origin }, sessions, facilitators] = await Promise.all([
    theSite(call),
    readPages(SESSION_PAGES, async (query) => sure(await api.sessions.$get({ query }))),
    readPages(FACILITATOR_PAGES, async (query) => sure(await api.facilitators.$get({ query }))),
  ])
  return [
    '/',
    '/sessions',
    '/facilitators',
    ...sessions.items.map(({ id }) => `/sessions/${id}`),
    ...facilitators.items.map(({ id }) => `/facilitators/${id}`),
  ].map((path) => origin + path)
}

function sure<T extends { ok: boolean; status: number }>(answer: T): T {
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`)
  return answer
}

function sitemap(urls: string[]): Response {
  const lines = urls.map((url) => `<url><loc>${url.replaceAll('&', '&amp;')}</loc></url>`)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</urlset>
`
  return new Response(xml, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': `public, max-age=${KEPT_S}`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
