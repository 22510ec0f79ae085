import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import type { BookingDesk } from '../bookings/booking-desk'
import type { Book, Desk } from '../bookings/commands'
import { wordsAndTerms } from '../bookings/desk/changes'
import { openDeskStore } from '../bookings/desk/store'
import { openDb } from '../db/client'
import { bookings, sessions } from '../db/schema'
import type { MailEvent } from '../mail/mail-event'
import type { DeskEvent } from '../notifications/messages'
import { LANES } from '../outbox'
import { faultyD1 } from './faults'

const stubOf = (sessionId: number) => env.BOOKING_DESK.getByName(String(sessionId))

/** A session's desk as its callers see it. */
export const desk = (sessionId: number) =>
  stubOf(sessionId) as unknown as Desk & ReturnType<typeof stubOf>

/** Runs inside the desk's own object, where its clock, D1 and inbox can be changed. */
export function atDesk<T>(
  sessionId: number,
  work: (desk: BookingDesk, state: DurableObjectState) => T | Promise<T>,
): Promise<T> {
  return runInDurableObject(stubOf(sessionId), work)
}

/** Puts a fault between a desk and D1; it lasts until the desk is evicted. */
export async function withFaultyD1(sessionId: number) {
  const faulty = faultyD1(env.DB)
  await atDesk(sessionId, (desk) => {
    desk.d1 = faulty.database
  })
  return faulty
}

/** Catches what a desk tells its facilitator's inbox, in the order it arrives. */
export async function withCaughtNotices(sessionId: number) {
  const caught: DeskEvent[] = []
  await atDesk(sessionId, (desk) => {
    desk.deliverNotices = async (_, events) => {
      caught.push(...events)
    }
  })
  return caught
}

/** Catches the letters a desk wants written, in the order it wants them. */
export async function withCaughtLetters(sessionId: number) {
  const caught: MailEvent[] = []
  await atDesk(sessionId, (desk, { storage }) => {
    // As where mail is set up; a desk keeps nothing in memory, so its store can be opened anew.
    desk.store = openDeskStore(storage, new Set(LANES))
    desk.sendLetters = async (events) => {
      caught.push(...events)
    }
  })
  return caught
}

export function asking(
  user: { userId: number; name: string; email: string },
  more: Partial<Book> = {},
): Book {
  const { userId: id, name, email } = user
  return {
    user: { id, name, email },
    partySize: 1,
    names: [],
    notes: null,
    key: null,
    addedBy: null,
    ...more,
  }
}

/** Both sides of the copy, in one shape: equal means that D1 replayed from the desk is the desk. */
export async function bothSides(sessionId: number) {
  const atTheDesk = await atDesk(sessionId, ({ store, now }) => {
    const row = store.findSession()
    const session = wordsAndTerms(row)
    const { rev } = row
    return {
      session: { ...session, ...store.seats(row, now()) },
      rev,
      bookings: store.listChangedAfter(-1).toSorted((a, b) => a.id - b.id),
    }
  })
  const db = openDb(env.DB)
  const rows = await db
    .select()
    .from(bookings)
    .where(eq(bookings.sessionId, sessionId))
    .orderBy(bookings.id)
  const [copy] = await db.select().from(sessions).where(eq(sessions.id, sessionId))
  if (!copy) throw new Error('D1 has no such session')
  const inD1 = {
    session: Object.fromEntries(
      Object.entries(copy).filter(([field]) => field in atTheDesk.session),
    ),
    rev: Math.max(copy.rev, copy.seatsRev),
    bookings: rows,
  }
  return { atTheDesk, inD1 }
}
