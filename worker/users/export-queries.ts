import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db } from '../db/client'
import {
  bookings,
  crmNotifications,
  identities,
  mail,
  messages,
  sessions,
  signIns,
} from '../db/schema'
import { isCrmRowOf } from './crm-rows'

/** So many of the longest rows are still far below what D1 answers at once. */
export const EXPORT_PAGE = 500

/**
 * Everything D1 keeps of a person. One round trip looks at all of it; of what
 * there is more of, page after page follows, so that no answer of D1's grows with a person's years.
 */
export async function readAllOf(db: Db, userId: number, facilitatorId: number) {
  const [signedIn, known, booked, told, letters, given, written] = await db.batch([
    signInsOf(db, userId, ''),
    db.select().from(identities).where(eq(identities.userId, userId)).limit(EXPORT_PAGE),
    bookingsOf(db, userId, 0),
    crmRowsOf(db, userId, 0),
    lettersOf(db, userId, ''),
    sessionsOf(db, facilitatorId, 0),
    messagesOf(db, facilitatorId, 0),
  ])
  return {
    signedIn: await withRest(signedIn, ({ id }) => signInsOf(db, userId, id)),
    known,
    booked: await withRest(booked, ({ id }) => bookingsOf(db, userId, id)),
    told: await withRest(told, ({ id }) => crmRowsOf(db, userId, id)),
    letters: await withRest(letters, ({ id }) => lettersOf(db, userId, id)),
    given: await withRest(given, ({ id }) => sessionsOf(db, facilitatorId, id)),
    written: await withRest(written, ({ id }) => messagesOf(db, facilitatorId, id)),
  }
}

async function withRest<Row>(first: Row[], next: (last: Row) => PromiseLike<Row[]>) {
  const all = [...first]
  for (let page = first; page.length === EXPORT_PAGE; ) {
    const last = page.at(-1)
    if (last === undefined) break
    page = await next(last)
    all.push(...page)
  }
  return all
}

function signInsOf(db: Db, userId: number, after: string) {
  const which = and(eq(signIns.userId, userId), gt(signIns.id, after))
  return db.select().from(signIns).where(which).orderBy(asc(signIns.id)).limit(EXPORT_PAGE)
}

function bookingsOf(db: Db, userId: number, after: number) {
  const which = and(eq(bookings.userId, userId), gt(bookings.id, after))
  return db.select().from(bookings).where(which).orderBy(asc(bookings.id)).limit(EXPORT_PAGE)
}

function crmRowsOf(db: Db, userId: number, after: number) {
  const { id } = crmNotifications
  const which = and(isCrmRowOf(db, userId), gt(id, after))
  return db.select().from(crmNotifications).where(which).orderBy(asc(id)).limit(EXPORT_PAGE)
}

function lettersOf(db: Db, userId: number, after: string) {
  const which = and(eq(mail.userId, userId), gt(mail.id, after))
  return db.select().from(mail).where(which).orderBy(asc(mail.id)).limit(EXPORT_PAGE)
}

function sessionsOf(db: Db, facilitatorId: number, after: number) {
  const which = and(eq(sessions.facilitatorId, facilitatorId), gt(sessions.id, after))
  return db.select().from(sessions).where(which).orderBy(asc(sessions.id)).limit(EXPORT_PAGE)
}

function messagesOf(db: Db, facilitatorId: number, after: number) {
  const which = and(eq(messages.facilitatorId, facilitatorId), gt(messages.id, after))
  return db.select().from(messages).where(which).orderBy(asc(messages.id)).limit(EXPORT_PAGE)
}
