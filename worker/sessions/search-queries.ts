import { and, asc, eq, gte, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/client'
import { facilitators, sessions, users } from '../db/schema'
import type { Place } from '../paging'
import type { ListQuery, Sort } from './schema'

/** Kept by the triggers of its migration; drizzle-kit, which reads schema.ts, must not make it. */
const words = sqliteTable('sessions_fts', { rowid: integer('rowid').notNull() })

/** Title, description, facilitator, place, what to expect: a word in the title tells most. */
const rank = sql<number>`bm25(sessions_fts, 10.0, 1.0, 5.0, 3.0, 1.0)`

export type Wanted = Pick<ListQuery, 'type' | 'facilitator' | 'hour' | 'available'> & {
  maxPriceMinor: number | null
  startsAfter: number
  startsBefore: number | null
}
type Page = { sort: Sort; after: Place | null; limit: number }

/** Active sessions to come, in the order of an index that also holds what is asked most. */
export function listComing(db: Db, wanted: Wanted, { sort, after, limit }: Page) {
  return db
    .select(ROW)
    .from(sessions)
    .innerJoin(facilitators, eq(facilitators.id, sessions.facilitatorId))
    .innerJoin(users, eq(users.id, facilitators.userId))
    .where(and(...filters(wanted), ...from(sort, after, wanted)))
    .orderBy(...order(sort))
    .limit(limit)
}

/**
 * Those of them that say all of `match`. A page by rank goes on by count, not by rank: every
 * session that comes in moves all ranks a little, and equal ones would be skipped as one.
 */
export function listMatching(db: Db, match: string, wanted: Wanted, page: Page) {
  const { sort, after, limit } = page
  const isRanked = sort === 'relevance'
  // Ids first: sorting thousands of hits would otherwise carry all their words along.
  const hits = db
    .select({ id: sessions.id, rank: (isRanked ? rank : sql<number>`0`).as('rank') })
    .from(words)
    // CROSS JOIN binds SQLite to this order: the index of words first.
    .crossJoin(sessions)
    .where(
      and(
        sql`sessions_fts MATCH ${match}`,
        eq(sessions.id, words.rowid),
        ...filters(wanted),
        ...from(sort, isRanked ? null : after, wanted),
      ),
    )
    .orderBy(...(isRanked ? [sql`rank`] : []), ...order(sort))
    .limit(limit)
    .offset(isRanked ? (after?.[0] ?? 0) : 0)
    .as('hits')
  return db
    .select(ROW)
    .from(hits)
    .innerJoin(sessions, eq(sessions.id, hits.id))
    .innerJoin(facilitators, eq(facilitators.id, sessions.facilitatorId))
    .innerJoin(users, eq(users.id, facilitators.userId))
    .orderBy(asc(hits.rank), ...order(sort))
}

const ROW = { session: sessions, facilitator: { name: users.name } }

function filters(wanted: Wanted): (SQL | undefined)[] {
  const { type, facilitator, hour, available, maxPriceMinor, startsBefore } = wanted
  return [
    eq(sessions.status, 'active'),
    isNull(sessions.hiddenAt),
    startsBefore === null ? undefined : lt(sessions.startTime, startsBefore),
    type && eq(sessions.sessionType, type),
    facilitator === undefined ? undefined : eq(sessions.facilitatorId, facilitator),
    hour && eq(sessions.hour, hour),
    maxPriceMinor === null ? undefined : lte(sessions.priceMinor, maxPriceMinor),
    available === undefined ? undefined : gte(sessions.available, available),
  ]
}

/** Where a page begins. Soonest first that is one place, so that the index is entered just there. */
function from(sort: Sort, after: Place | null, { startsAfter }: Wanted): SQL[] {
  if (sort === 'price') {
    const place = after && sql`(${PRICE_ORDER}) > (${list(after)})`
    // The + keeps SQLite from entering by time and sorting all that is to come.
    return [sql`+${sessions.startTime} > ${startsAfter}`, ...(place ? [place] : [])]
  }
  const earliest = [startsAfter, Number.MAX_SAFE_INTEGER]
  const place = after && (after[0] ?? 0) > startsAfter ? after : earliest
  return [sql`(${SOONEST_ORDER}) > (${list(place)})`]
}

const SOONEST_ORDER = sql`${sessions.startTime}, ${sessions.id}`
const PRICE_ORDER = sql`${sessions.priceMinor}, ${sessions.startTime}, ${sessions.id}`

function order(sort: Sort) {
  const soonest = [asc(sessions.startTime), asc(sessions.id)]
  return sort === 'price' ? [asc(sessions.priceMinor), ...soonest] : soonest
}

function list(place: Place): SQL {
  return sql.join(
    place.map((part) => sql`${part}`),
    sql`, `,
  )
}
