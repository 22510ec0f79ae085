import type { Ctx } from '../context'
import { ApiError } from '../errors'
import { PAGE_MAX, type PageQuery, pageOf } from '../paging'
import { sessionOut } from '../sessions/session'
import { findProfileAndSessions, listProfiles, type profileOf } from './profile-queries'

type Profile = Awaited<ReturnType<typeof profileOf>>[number]

/** Who gives sessions here: everybody who was approved and has not left. */
export async function listFacilitators(ctx: Ctx, { cursor, limit }: PageQuery) {
  const rows = await listProfiles(ctx.db, { now: ctx.now, after: cursor ?? null, limit: limit + 1 })
  const page = pageOf(rows, limit, ({ approvedAt, id }) => ({ at: approvedAt, id }))
  return { facilitators: page.items.map(profileOut), next: page.next }
}

/** One of them with what she gives next; more of it is in `GET /sessions?facilitator=`. */
export async function findFacilitator(ctx: Ctx, id: number) {
  const found = await findProfileAndSessions(ctx.db, id, ctx.now, PAGE_MAX)
  if (!found) throw new ApiError('not_found', 'There is no such facilitator.')
  const { profile, coming } = found
  return { ...profileOut(profile), sessions: coming.map((row) => sessionOut(row, row, profile)) }
}

/** Her email is nobody's business. */
function profileOut({ id, name, bio, specialization, comingCount }: Profile) {
  return { id, name, bio, specialization, coming_sessions: comingCount }
}
