import type { Env } from '../env'
import { ID, isReading, sitePage } from '../site-page'
import { found, theApi, theSite } from '../the-api'
import { describeFacilitator } from '../words'

/** A facilitator's page, with what a shared link to it says. */
export const onRequest: PagesFunction<Env, 'id'> = async (call) => {
  const id = String(call.params.id)
  if (!isReading(call.request) || !ID.test(id)) return call.next()
  const [profile, site] = await Promise.all([
    found(theApi(call).facilitators[':id'].$get({ param: { id } })),
    theSite(call),
  ])
  if (profile === null) return sitePage(call, 404)
  const head = profile && {
    title: `${profile.name} · ${site.name}`,
    description: describeFacilitator(profile),
    siteName: site.name,
    url: `${site.origin}/facilitators/${profile.id}`,
  }
  return sitePage(call, 200, { head })
}
