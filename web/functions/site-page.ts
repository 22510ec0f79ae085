import type { Call } from './env'
import { type Answers, answersBlock } from './hand-over'
import { type Head, tagsOf } from './head'
import { PAGE_HEADERS } from './page-headers'

type Said = {
  /** The file that names what this page needs: web/openings.ts. */
  file?: '/session' | '/sessions'
  head?: Head
  /** What the page would ask for first. Its beginning does not wait for them. */
  answers?: Promise<Answers>
}

/** The built page, with what a search engine or a messenger shall know of this address in its head. */
export async function sitePage(call: Call, status: number, said: Said = {}): Promise<Response> {
  const built = await call.env.ASSETS.fetch(new URL(said.file ?? '/', call.request.url))
  const headers = new Headers(built.headers)
  for (const [name, value] of Object.entries(PAGE_HEADERS)) headers.set(name, value)
  // Seats that were counted for one opening of the page are nothing to come back to.
  headers.set('Cache-Control', said.answers ? 'no-store' : 'public, max-age=0, must-revalidate')
  // They are those of the file, which says the same at every address.
  headers.delete('ETag')
  headers.delete('Access-Control-Allow-Origin')
  return written(new Response(built.body, { status, headers }), said)
}

function written(page: Response, { head, answers }: Said): Response {
  const rewriter = new HTMLRewriter()
  if (head) {
    rewriter
      .on('title', { element: (title) => void title.setInnerContent(head.title) })
      .on('meta[name="description"]', {
        element: (meta) => void meta.setAttribute('content', head.description),
      })
      .on('head', { element: (element) => void element.append(tagsOf(head), { html: true }) })
  }
  if (answers) {
    rewriter.on('body', {
      async element(body) {
        body.append(answersBlock(await answers), { html: true })
      },
    })
  }
  return head || answers ? rewriter.transform(page) : page
}

/** Only who reads is shown a page; everything else goes where it went without Functions. */
export const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'

export const ID = /^[1-9]\d{0,15}$/
