import type { Ctx } from '../context'
import { iso } from '../sessions/session'
import { listAvailability } from './queries'

const MAX_AGE_MS = 2_000
/** Readings kept beside one another; more are of clients that ask for whatever comes to mind. */
const READINGS_MAX = 100

type Row = Awaited<ReturnType<typeof listAvailability>>[number]
type Reading = { at: number; rows: Promise<Row[]> }
type Read = (ctx: Ctx, ids: readonly number[] | null) => Promise<Row[]>

/**
 * How many seats are left, of these sessions or of all to come. However many ask, D1 is asked every
 * two seconds: what this isolate read lately answers everybody, also those who come while it reads.
 */
export const findAvailability = openAvailability(
  // Awaited here: a query of drizzle's is asked anew by everybody who awaits it.
  async (ctx, ids) => await listAvailability(ctx.db, ids, ctx.now),
)

export function openAvailability(read: Read) {
  const readings = new Map<string, Reading>()

  function latest(ctx: Ctx, ids: readonly number[] | null): Reading {
    const key = ids?.join() ?? ''
    const known = readings.get(key)
    if (known && ctx.now - known.at < MAX_AGE_MS) return known
    const reading = { at: ctx.now, rows: read(ctx, ids) }
    if (readings.size >= READINGS_MAX) readings.clear()
    readings.set(key, reading)
    // Others wait for it too: it goes on although who asked first may be gone by then.
    ctx.later(
      reading.rows.catch(() => {
        if (readings.get(key) === reading) readings.delete(key)
      }),
    )
    return reading
  }

  return async (ctx: Ctx, ids: readonly number[] | null) => {
    const coming = latest(ctx, null)
    const rows = await coming.rows
    if (ids === null) return { as_of: iso(coming.at), sessions: rows.map(availabilityOut) }
    const byId = new Map(rows.map((row) => [row.id, row]))
    const unseen = ids.filter((id) => !byId.has(id))
    const others = unseen.length > 0 ? latest(ctx, unseen) : coming
    for (const row of await others.rows) byId.set(row.id, row)
    const found = ids.flatMap((id) => byId.get(id) ?? [])
    return { as_of: iso(Math.min(coming.at, others.at)), sessions: found.map(availabilityOut) }
  }
}

function availabilityOut({ available, ...row }: Row) {
  return { ...row, available_spots: available }
}
