import type { Ctx } from '../context'
import { type Place, pageOf } from '../paging'
import { matchOf } from './match'
import type { ListQuery, Sort } from './schema'
import { listComing, listMatching, type Wanted } from './search-queries'
import { type SessionRow, sessionOut, siteCurrency, siteTimeZone, toMinor } from './session'
import { invalid } from './terms'
import { dayOf, instantOf, isDate } from './times'

/** What can still be attended. Seats are D1's copy; a session's page counts at the desk. */
export async function listSessions(ctx: Ctx, query: ListQuery) {
  const { q, limit } = query
  const sort = q === undefined && query.sort === 'relevance' ? 'soonest' : query.sort
  const after = placeIn(sort, query.cursor)
  const page = { sort, after, limit: limit + 1 }
  const rows = await matching(ctx, q, wantedBy(ctx, query), page)
  const { items, next } = pageOf(rows, limit, ({ session }) => endOf(sort, session, after, limit))
  return {
    sessions: items.map((row) => sessionOut(row.session, row.session, row.facilitator)),
    next,
  }
}

type Page = Parameters<typeof listComing>[2]

async function matching(ctx: Ctx, q: string | undefined, wanted: Wanted, page: Page) {
  if (q === undefined) return listComing(ctx.db, wanted, page)
  const match = matchOf(q)
  // Nothing but signs: no session says that.
  return match === null ? [] : listMatching(ctx.db, match, wanted, page)
}

function wantedBy(ctx: Ctx, query: ListQuery): Wanted {
  const { type, facilitator, hour, available, max_price, from, to } = query
  const timeZone = siteTimeZone(ctx.env)
  return {
    ...{ type, facilitator, hour, available },
    maxPriceMinor: max_price === undefined ? null : toMinor(max_price, siteCurrency(ctx.env)),
    startsAfter: Math.max(ctx.now, from === undefined ? 0 : momentIn(from, timeZone).begins - 1),
    startsBefore: to === undefined ? null : momentIn(to, timeZone).ends,
  }
}

/** How many numbers tell a place in each order: see `endOf`. */
const PLACE_SIZE = { soonest: 2, price: 3, relevance: 1 } satisfies Record<Sort, number>

function placeIn(sort: Sort, cursor: Place | undefined): Place | null {
  if (cursor === undefined) return null
  if (cursor.length === PLACE_SIZE[sort]) return cursor
  throw invalid([{ path: 'cursor', message: 'This cursor belongs to another order of the list.' }])
}

function endOf(sort: Sort, session: SessionRow, after: Place | null, limit: number): Place {
  switch (sort) {
    case 'soonest':
      return [session.startTime, session.id]
    case 'price':
      return [session.priceMinor, session.startTime, session.id]
    case 'relevance':
      return [(after?.[0] ?? 0) + limit]
  }
}

/** A date is a whole day. The schema let only dates and times through, so neither can miss. */
function momentIn(moment: string, timeZone: string): { begins: number; ends: number } {
  const at = instantOf(moment, timeZone) ?? 0
  return (isDate(moment) ? dayOf(moment, timeZone) : null) ?? { begins: at, ends: at }
}
