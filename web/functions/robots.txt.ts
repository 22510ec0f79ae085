import type { Env } from './env'
import { theSite } from './the-api'

/** What the page itself reads stays allowed: a search engine draws it as a browser does. */
const LINES = [
  'User-agent: *',
  'Allow: /api/site',
  'Allow: /api/sessions',
  'Allow: /api/facilitators',
  'Disallow: /api/',
  'Disallow: /account',
  'Disallow: /desk',
  'Disallow: /my-bookings',
  'Disallow: /sign-in',
  'Disallow: /sign-up',
  'Disallow: /forgot-password',
  'Disallow: /reset-password',
  'Disallow: /verify-email',
]

export const onRequestGet: PagesFunction<Env> = async (call) => {
  const { origin } = await theSite(call)
  return new Response([...LINES, '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
