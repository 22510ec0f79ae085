type Answers = Record<string, { body: unknown; link: string | null }>

export type Surroundings = {
  text: string | null | undefined
  /** Ms since the page was asked for; nobody's own clock decides what is fresh. */
  now: () => number
  mayBeSomebody: () => boolean
}

/** Longer ago, seats have gone since: then the page asks itself. */
const FRESH_MS = 5_000

/**
 * What the edge read with this page, for the first who asks for it. It was read as a stranger, so it
 * is none of somebody's who is signed in; functions/hand-over.ts writes it. Whoever changes something
 * asks again.
 */
export function handedOver({ text, now, mayBeSomebody }: Surroundings) {
  let answers: Answers = JSON.parse(text ?? '{}')
  return (input: RequestInfo | URL, method = 'GET'): Response | undefined => {
    if (now() > FRESH_MS || method !== 'GET' || mayBeSomebody()) answers = {}
    const answer = answers[String(input)]
    if (!answer) return undefined
    delete answers[String(input)]
    return Response.json(answer.body, { headers: answer.link ? { Link: answer.link } : {} })
  }
}
