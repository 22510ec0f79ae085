import { and, asc, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { crmDeadLetters, crmNotifications, facilitators, sessions, users } from '../db/schema'
import type { Notification } from './notification'

/** Whether there is such a facilitator, and the zone of the event: its session's, if it is hers. */
export async function getZoneOf(
  db: Db,
  { facilitatorId, eventId }: Pick<Notification, 'facilitatorId' | 'eventId'>,
): Promise<string | null> {
  const [row] = await db
    .select({ timeZone: sql<string>`coalesce(${sessions.timeZone}, ${users.timeZone})` })
    .from(facilitators)
    .innerJoin(users, eq(users.id, facilitators.userId))
    .leftJoin(sessions, and(eq(sessions.id, eventId), eq(sessions.facilitatorId, facilitators.id)))
    .where(eq(facilitators.id, facilitatorId))
  return row?.timeZone ?? null
}

/** The first row of a booking and kind stays; telling it again changes nothing. */
export async function insertOnce(
  db: Db,
  row: Omit<Notification, 'id' | 'processed'>,
): Promise<Notification> {
  const isIt = and(
    eq(crmNotifications.bookingId, row.bookingId),
    eq(crmNotifications.kind, row.kind),
  )
  const [, [kept]] = await db.batch([
    db.insert(crmNotifications).values(row).onConflictDoNothing(),
    db.select().from(crmNotifications).where(isIt),
  ])
  if (!kept) throw new Error('a row just written is not there')
  return kept
}

/** The last logged first. */
export function listNewestFirst(
  db: Db,
  page: { processed: boolean | null; beforeId: number | null; limit: number },
): Promise<Notification[]> {
  const { processed, beforeId, limit } = page
  return db
    .select()
    .from(crmNotifications)
    .where(
      and(
        processed === null ? undefined : eq(crmNotifications.processed, processed),
        beforeId === null ? undefined : lt(crmNotifications.id, beforeId),
      ),
    )
    .orderBy(desc(crmNotifications.id))
    .limit(limit)
}

/** False: there is no such row. */
export async function setProcessed(db: Db, id: number): Promise<boolean> {
  const rows = await db
    .update(crmNotifications)
    .set({ processed: true })
    .where(eq(crmNotifications.id, id))
    .returning({ id: crmNotifications.id })
  return rows.length > 0
}

type Dead = Pick<Notification, 'bookingId' | 'kind'>

/** Dying again takes back the mark for replay. */
export async function bury(db: Db, dead: Dead[], now: number): Promise<void> {
  const [first, ...more] = dead.map((one) =>
    db
      .insert(crmDeadLetters)
      .values({ ...one, diedAt: now })
      .onConflictDoUpdate({
        target: [crmDeadLetters.bookingId, crmDeadLetters.kind],
        set: { diedAt: now, replay: false },
      }),
  )
  if (first) await db.batch([first, ...more])
}

/** Rows of the log that were given up and are to be told anew, the first dead first. */
export function listToReplay(db: Db, limit: number) {
  const { id, processed, ...told } = getTableColumns(crmNotifications)
  return db
    .select(told)
    .from(crmDeadLetters)
    .innerJoin(
      crmNotifications,
      and(
        eq(crmNotifications.bookingId, crmDeadLetters.bookingId),
        eq(crmNotifications.kind, crmDeadLetters.kind),
      ),
    )
    .where(eq(crmDeadLetters.replay, true))
    .orderBy(asc(crmDeadLetters.diedAt))
    .limit(limit)
}

export async function unbury(db: Db, dead: Dead[]): Promise<void> {
  const [first, ...more] = dead.map(({ bookingId, kind }) =>
    db
      .delete(crmDeadLetters)
      .where(and(eq(crmDeadLetters.bookingId, bookingId), eq(crmDeadLetters.kind, kind))),
  )
  if (first) await db.batch([first, ...more])
}
