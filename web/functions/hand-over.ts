import type { Call } from './env'

/** Answers of the API by path and query, as the page asks for them. */
export type Answers = Record<string, Answer>
export type Answer = { body: unknown; link: string | null }

/**
 * Whether somebody opens a page to look at it now. The service worker reads it to keep it, and what
 * is kept must hold no count of seats.
 */
export const isOpening = ({ request }: Call) => request.headers.get('Sec-Fetch-Dest') === 'document'

/** The end of the page: src/handed-over.ts reads it, and asks nothing again that stands there. */
export function answersBlock(answers: Answers): string {
  const json = JSON.stringify(answers).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="handed-over">${json}</script>`
}

/** One answer of a list, under the address by which it was asked for; nothing where nobody answered. */
export async function answerOf(
  url: URL,
  asking: Promise<{ status: number; headers: Headers; json(): Promise<unknown> }>,
): Promise<Answers> {
  try {
    const answer = await asking
    if (answer.status !== 200) return {}
    const link = answer.headers.get('Link')
    return { [url.pathname + url.search]: { body: await answer.json(), link } }
  } catch (error) {
    console.error(error)
    return {}
  }
}
