import type { Ctx } from '../context'
import { pageOf } from '../paging'
import { listComing } from './queries'
import type { ListQuery } from './schema'
import { sessionOut, siteTimeZone } from './session'
import { dayOf, instantOf, isDate } from './times'

/** What can still be attended, soonest first. Seats are D1's copy; a session's page counts at the desk. */
export async function listSessions(ctx: Ctx, query: ListQuery) {
  const timeZone = siteTimeZone(ctx.env)
  const from = query.from === undefined ? 0 : beginning(query.from, timeZone)
  const earliest = { at: Math.max(ctx.now, from - 1), id: Number.MAX_SAFE_INTEGER }
  const { cursor, limit } = query
  const rows = await listComing(ctx.db, {
    type: query.type,
    facilitator: query.facilitator,
    after: cursor && cursor.at > earliest.at ? cursor : earliest,
    before: query.to === undefined ? null : end(query.to, timeZone),
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, ({ session }) => ({ at: session.startTime, id: session.id }))
  return {
    sessions: page.items.map((row) => sessionOut(row.session, row.session, row.facilitator)),
    next: page.next,
  }
}

// The schema let only dates and times through, so neither of these can miss.
function beginning(moment: string, timeZone: string): number {
  return (isDate(moment) ? dayOf(moment, timeZone)?.begins : instantOf(moment, timeZone)) ?? 0
}

function end(moment: string, timeZone: string): number {
  return (isDate(moment) ? dayOf(moment, timeZone)?.ends : instantOf(moment, timeZone)) ?? 0
}
