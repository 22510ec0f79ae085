import type { Env } from '../env'
import { sessionHead } from '../session-head'
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
  return sitePage(call, 200, session && sessionHead(session, site, Date.now()))
}
