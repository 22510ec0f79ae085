import { START } from '../src/sessions/start'
import type { Call, Env } from './env'
import { type Answers, answerOf, isOpening } from './hand-over'
import { isReading, sitePage } from './site-page'
import { theApi, theSite } from './the-api'
import { words } from './words'

/** The start page, with what a link to the house shows and what it says of the days to come. */
export const onRequest: PagesFunction<Env> = async (call) => {
  if (!isReading(call.request)) return call.next()
  // Asked for at once: the page begins when the house has said its name, and does not wait for days.
  const coming = isOpening(call) ? readStart(call) : undefined
  const site = await theSite(call)
  const head = {
    title: site.name,
    description: words.home,
    siteName: site.name,
    url: `${site.origin}/`,
    picture: { url: `${site.origin}/previews/morning.png`, words: words.pictureWords },
  }
  const answers = coming?.then((read) =>
    site.said ? { ...read, '/api/site': { body: site.said, link: null } } : read,
  )
  return sitePage(call, 200, { head, ...(answers && { answers }) })
}

async function readStart(call: Call): Promise<Answers> {
  const { sessions } = theApi(call)
  const asked = [
    { type: 'session' as const, limit: String(START.sessions) },
    { type: 'retreat' as const, limit: String(START.retreats) },
  ]
  const read = asked.map((query) => answerOf(sessions.$url({ query }), sessions.$get({ query })))
  return Object.assign({}, ...(await Promise.all(read)))
}
