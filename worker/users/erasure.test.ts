import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { crmNotifications, erasedDesks, erasures, signIns, users } from '../db/schema'
import { facilitatorInbox } from '../durable-objects'
import { sweep } from '../sweep'
import { aSignInOf } from '../test/accounts'
import { aRecordedBooking } from '../test/bookings'
import { asking, atDesk, bothSides, desk } from '../test/desk'
import { aCtx, aFacilitator, aSession, aUser } from '../test/factories'
import { planOf } from '../test/plan'
import { isCrmRowOf } from './crm-rows'
import { emptyingAccount } from './empty-account'
import { DESKS_MAX, eraseElsewhere, goOnErasing, type Places } from './erasure'
import { findOrMakeGuest } from './guests'

const HOUR = 3_600_000
const db = openDb(env.DB)

it('the sweep tells the desk itself', async () => {
  const ann = await aUser({ name: 'Ann Bakker' })
  const sessionId = await aSession(await aFacilitator())
  await desk(sessionId).book(asking(ann, { notes: 'A bad knee' }))
  await db.insert(erasures).values({ userId: ann.userId, requestedAt: Date.now() })
  await sweep(env, Date.now())
  await expect
    .poll(async () => (await bothSides(sessionId)).inD1.bookings)
    .toMatchObject([{ state: 'cancelled', notes: null }])
})

it('an operator’s wish is enough: the sweep empties the account of a guest too', async () => {
  const guest = { name: 'Dora', email: null, guestKey: crypto.randomUUID() }
  const { user } = await findOrMakeGuest(aCtx(), guest)
  const dora = { userId: user.id, name: 'Dora', email: '' }
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  await desk(sessionId).book(asking(dora))
  await db.insert(erasures).values({ userId: user.id, requestedAt: Date.now() })
  await sweep(env, Date.now())
  const [row] = await db.select().from(users).where(eq(users.id, user.id))
  expect(row).toMatchObject({ name: '', guestKey: null, erasedAt: expect.any(Number) })
  const person = await atDesk(sessionId, ({ store }) => store.getPerson(user.id))
  expect(person).toMatchObject({ name: 'Somebody' })
})

it('so are the sign-ins of who has an account ended', async () => {
  const ann = await aUser()
  const { signInId } = await aSignInOf(ann)
  await db.insert(erasures).values({ userId: ann.userId, requestedAt: Date.now() })
  await sweep(env, Date.now())
  const [row] = await db.select().from(signIns).where(eq(signIns.id, signInId))
  expect(row).toMatchObject({ endReason: 'erased' })
})

it('the inboxes of who gave these sessions forget the name', async () => {
  const ann = await aUser({ name: 'Ann Bakker' })
  const jane = await aFacilitator()
  const inbox = facilitatorInbox(env, jane.facilitatorId)
  const messages = async () =>
    (await inbox.list({ before: null, limit: 10 })).notices.map(({ message }) => message)
  const sessionId = await aSession(jane)
  await desk(sessionId).book(asking(ann))
  await expect.poll(messages).toEqual(['Ann Bakker booked Morning Meditation.'])
  await db.insert(erasures).values({ userId: ann.userId, requestedAt: Date.now() })
  await sweep(env, Date.now())
  expect(await messages()).toEqual([
    'Somebody cancelled Morning Meditation.',
    'Somebody booked Morning Meditation.',
  ])
})

it('an inbox that fails is told again, its desks first', async () => {
  const { userId, sessionIds, facilitatorId } = await aPersonWhoBooked(2, 1000)
  const first = recorder(undefined, facilitatorId)
  expect(await eraseElsewhere(env, db, userId, 2000, first.places)).toBe(false)
  const second = recorder()
  expect(await eraseElsewhere(env, db, userId, 3000, second.places)).toBe(true)
  expect([first.asked, second.asked]).toEqual([sessionIds, sessionIds])
  expect(second.inboxes).toEqual([{ facilitatorId, outsideIds: [] }])
})

it('notices from outside are forgotten by their rows, in every run', async () => {
  const ann = await aUser({ emailVerifiedAt: 1 })
  const jane = await aFacilitator()
  const theirs = await aCrmRow(jane, { userId: 77, userEmail: ann.email.toUpperCase() })
  await aCrmRow(jane, { userId: ann.userId, userEmail: 'ben@example.com' })
  await db.batch(emptyingAccount({ db, now: 1000 }, ann.userId))
  for (const run of [recorder(), recorder()]) {
    expect(await eraseElsewhere(env, db, ann.userId, 2000, run.places)).toBe(true)
    expect(run.inboxes).toEqual([{ facilitatorId: jane.facilitatorId, outsideIds: [theirs] }])
  }
})

it('rows of the log are found without reading all of it', async () => {
  const isTheirs = isCrmRowOf(db, 1)
  const plan = await planOf(db.select().from(crmNotifications).where(isTheirs))
  expect(plan).toContain('crm_email')
  expect(plan).not.toContain('SCAN crm_notifications')
})

it('a desk that fails is told again, and keeps no other from forgetting', async () => {
  const { userId, sessionIds } = await aPersonWhoBooked(3, 1000)
  const [, troubled] = sessionIds
  const first = recorder(troubled)
  expect(await eraseElsewhere(env, db, userId, 2000, first.places)).toBe(false)
  expect(first.asked).toEqual(sessionIds)
  const second = recorder()
  expect(await eraseElsewhere(env, db, userId, 3000, second.places)).toBe(true)
  expect(second.asked).toEqual([troubled])
})

it('a refusal is told again, and a session that never was is not', async () => {
  const { userId } = await aPersonWhoBooked(1, 1000)
  const refusing = (code: string) => ({
    ...recorder().places,
    desk: async () => ({ kind: 'refused', code }),
  })
  expect(await eraseElsewhere(env, db, userId, 2000, refusing('unavailable'))).toBe(false)
  expect(await eraseElsewhere(env, db, userId, 2000, refusing('not_found'))).toBe(true)
})

it('what a left-over token books after the erasure is forgotten too', async () => {
  const { userId, sessionIds } = await aPersonWhoBooked(2, 1000)
  await eraseElsewhere(env, db, userId, 2000, recorder().places)
  await aBooking(userId, sessionIds[1] ?? 0, 2, 2500)
  const again = recorder()
  await eraseElsewhere(env, db, userId, 3000, again.places)
  expect(again.asked).toEqual([sessionIds[1]])
})

it('desks of her own sessions are told as well', async () => {
  const jane = await aFacilitator()
  const own = await aSession(jane)
  const told = recorder()
  await eraseElsewhere(env, db, jane.userId, Date.now() + HOUR, told.places)
  expect(told.asked).toEqual([own])
})

it('the sessions she has yet to give are told first: there people go on booking', async () => {
  const jane = await aFacilitator()
  const now = Date.now()
  const past = { startTime: now - 2 * HOUR, endTime: now - HOUR }
  const given = await aSession(jane, past)
  const draft = await aSession(jane, { status: 'draft' })
  const coming = await aSession(jane)
  const told = recorder()
  await eraseElsewhere(env, db, jane.userId, now, told.places)
  expect(told.asked).toEqual([coming, given, draft])
})

it('a run tells a bounded number of desks, the next one the rest', async () => {
  const { userId, sessionIds } = await aPersonWhoBooked(DESKS_MAX + 3, 1000)
  const [first, second] = [recorder(), recorder()]
  expect(await eraseElsewhere(env, db, userId, 2000, first.places)).toBe(false)
  expect(await eraseElsewhere(env, db, userId, 3000, second.places)).toBe(true)
  expect([...first.asked, ...second.asked]).toEqual(sessionIds)
  expect(second.asked).toHaveLength(3)
})

it('it goes on until no token of theirs is good, then is done and leaves no list', async () => {
  const { userId } = await aPersonWhoBooked(1, 1000)
  const requestedAt = 10 * HOUR
  await db.insert(erasures).values({ userId, requestedAt })
  const told = recorder()
  const run = (now: number) => goOnErasing(env, db, now, told.places)
  // Body tokens live an hour in these tests, and an hour more is for desks that lag.
  expect(await run(requestedAt + 2 * HOUR - 1)).toEqual([])
  expect(await run(requestedAt + 2 * HOUR)).toEqual([userId])
  expect(await run(requestedAt + 3 * HOUR)).toEqual([])
  expect(told.asked).toHaveLength(1)
  expect(await db.select().from(erasedDesks).where(eq(erasedDesks.userId, userId))).toEqual([])
})

it('an erasure with a desk in trouble is not done, however late it is', async () => {
  const { userId, sessionIds } = await aPersonWhoBooked(1, 1000)
  await db.insert(erasures).values({ userId, requestedAt: 1000 })
  const troubled = recorder(sessionIds[0])
  expect(await goOnErasing(env, db, 100 * HOUR, troubled.places)).toEqual([])
  expect(await goOnErasing(env, db, 100 * HOUR, recorder().places)).toEqual([userId])
})

async function aPersonWhoBooked(count: number, at: number) {
  const { userId } = await aUser({ erasedAt: 1500, email: null, name: '' })
  const jane = await aFacilitator()
  const sessionIds: number[] = []
  for (let i = 0; i < count; i++) {
    const sessionId = await aSession(jane)
    await aBooking(userId, sessionId, 1, at, jane.facilitatorId)
    sessionIds.push(sessionId)
  }
  return { userId, sessionIds, facilitatorId: jane.facilitatorId }
}

let lastCrmBooking = 0

/** A row that somebody posted, of a booking that is none of ours. Answers its id. */
async function aCrmRow(
  { facilitatorId }: { facilitatorId: number },
  who: { userId: number; userEmail: string },
) {
  lastCrmBooking += 1
  const [row] = await db
    .insert(crmNotifications)
    .values({
      ...who,
      userName: 'Ann',
      bookingId: lastCrmBooking,
      kind: 'new_booking',
      eventId: 1,
      eventTitle: 'Dawn sit',
      eventStartTime: '2027-01-15T09:00:00.000Z',
      facilitatorId,
      receivedAt: 1,
    })
    .returning({ id: crmNotifications.id })
  if (!row) throw new Error('D1 gave no row back')
  return row.id
}

function aBooking(
  userId: number,
  sessionId: number,
  n: number,
  createdAt: number,
  facilitatorId = 1,
) {
  const of = { sessionId, n, facilitatorId, userId }
  return aRecordedBooking(of, { createdAt, state: 'cancelled' })
}

/** Desks and inboxes that forget, but for one of each that breaks. */
function recorder(troubledDesk?: number, troubledInbox?: number) {
  const asked: number[] = []
  const inboxes: { facilitatorId: number; outsideIds: number[] }[] = []
  const places: Places = {
    desk: async (sessionId) => {
      asked.push(sessionId)
      if (sessionId === troubledDesk) throw new Error('this desk is in trouble')
      return { kind: 'erased' }
    },
    inbox: async (facilitatorId, _, outsideIds) => {
      inboxes.push({ facilitatorId, outsideIds })
      if (facilitatorId === troubledInbox) throw new Error('this inbox is in trouble')
    },
  }
  return { asked, inboxes, places }
}
