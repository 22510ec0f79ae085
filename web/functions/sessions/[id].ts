import type { Call, Env } from '../env'
import { type Answers, answerOf, isOpening } from '../hand-over'
import { type PublicSession, sessionHead } from '../session-head'
import { ID, isReading, sitePage } from '../site-page'
import { found, theApi, theSite } from '../the-api'

/** A session's page, with what a shared link to it shows. Without the API it is the page as it is. */
export const onRequest: PagesFunction<Env, 'id'> = async (call) => {
  const id = String(call.params.id)
  if (!isReading(call.request) || !ID.test(id)) return call.next()
  const [session, site] = await Promise.all([
    found(theApi(call).sessions[':id'].$get({ param: { id } })),
    theSite(call),
  ])
  if (session === null) return sitePage(call, 404)
  if (!session) return sitePage(call, 200, { file: '/session' })
  const head = sessionHead(session, site, Date.now())
  if (!isOpening(call)) return sitePage(call, 200, { file: '/session', head })
  const known: Answers = { [`/api/sessions/${id}`]: { body: session, link: null } }
  if (site.said) known['/api/site'] = { body: site.said, link: null }
  const answers = readFacilitator(call, session).then((read) => ({ ...known, ...read }))
  return sitePage(call, 200, { file: '/session', head, answers })
}

function readFacilitator(call: Call, { facilitator_id: id }: PublicSession): Promise<Answers> {
  const profile = theApi(call).facilitators[':id']
  const param = { id: String(id) }
  return answerOf(profile.$url({ param }), profile.$get({ param }))
}
