import type { Call } from './env'
import { type Head, tagsOf } from './head'
import { PAGE_HEADERS } from './page-headers'

/** The built page, with what a search engine or a messenger shall know of this address in its head. */
export async function sitePage(call: Call, status: number, head?: Head): Promise<Response> {
  const built = await call.env.ASSETS.fetch(new URL('/', call.request.url))
  const headers = new Headers(built.headers)
  for (const [name, value] of Object.entries(PAGE_HEADERS)) headers.set(name, value)
  headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  // They are those of the file, which says the same at every address.
  headers.delete('ETag')
  headers.delete('Access-Control-Allow-Origin')
  const page = new Response(built.body, { status, headers })
  return head ? withHead(page, head) : page
}

function withHead(page: Response, head: Head): Response {
  return new HTMLRewriter()
    .on('title', { element: (title) => void title.setInnerContent(head.title) })
    .on('meta[name="description"]', {
      element: (meta) => void meta.setAttribute('content', head.description),
    })
    .on('head', { element: (element) => void element.append(tagsOf(head), { html: true }) })
    .transform(page)
}

/** Only who reads is shown a page; everything else goes where it went without Functions. */
export const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'

export const ID = /^[1-9]\d{0,15}$/
