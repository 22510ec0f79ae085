import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../../db/client'
import { crmNotifications } from '../../db/schema'
import { aClass } from '../../test/class'
import {
  asking,
  atDesk,
  bothSides,
  desk,
  withCaughtLetters,
  withCaughtNotices,
} from '../../test/desk'
import { aFacilitator, aSession, aUser } from '../../test/factories'

const HOUR = 3_600_000

it('an erased person gives coming seats back, and leaves neither name, email nor note', async () => {
  const sessionId = await aSession(await aFacilitator(), { capacity: 3 })
  const ann = await aUser({ name: 'Ann Bakker' })
  const more = { partySize: 2, names: ['Ben Bakker'], notes: 'Ann has a bad knee' }
  await desk(sessionId).book(asking(ann, more))
  const notices = await withCaughtNotices(sessionId)
  expect(await desk(sessionId).erase(ann.userId)).toEqual({ kind: 'erased' })
  const rev = (await bothSides(sessionId)).atTheDesk.rev
  await desk(sessionId).erase(ann.userId)

  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(atTheDesk.rev).toBe(rev)
  expect(inD1).toMatchObject({
    session: { taken: 0 },
    bookings: [{ state: 'cancelled', notes: null, names: [] }],
  })
  const kept = await atDesk(sessionId, (_, { storage }) =>
    JSON.stringify([
      storage.sql.exec('SELECT * FROM people').toArray(),
      storage.sql.exec('SELECT * FROM bookings').toArray(),
    ]),
  )
  expect(kept).not.toMatch(/Bakker|knee|example\.com/)
  await expect
    .poll(() => notices.map(({ message }) => message))
    .toEqual(['Somebody cancelled two seats in Morning Meditation.'])
})

it('who waits or is offered a seat leaves the list, and its log says so without a name', async () => {
  const yoga = await aClass({ capacity: 1 })
  const holder = await yoga.seated()
  const [first, second] = [await yoga.waiting(), await yoga.waiting()]
  await yoga.cancel(holder)
  for (const { person } of [first, second]) await yoga.desk.erase(person.userId)
  expect(await yoga.states()).toEqual(['cancelled', 'declined', 'declined'])
  expect(await yoga.seats()).toMatchObject({ taken: 0, waiting: 0 })
  expect(await yoga.why()).toEqual(['joined', 'joined', 'offered', 'left', 'offered', 'left'])
})

it('seats of the past stay counted, without the note', async () => {
  const startTime = Date.now() + HOUR
  const sessionId = await aSession(await aFacilitator(), { startTime })
  const ann = await aUser()
  await desk(sessionId).book(asking(ann, { notes: 'Bad knee' }))
  await atDesk(sessionId, (desk) => {
    desk.now = () => startTime + HOUR
  })
  await desk(sessionId).erase(ann.userId)
  const { inD1 } = await bothSides(sessionId)
  expect(inD1).toMatchObject({
    session: { taken: 1 },
    bookings: [{ state: 'confirmed', notes: null }],
  })
})

it('whose session it was is forgotten too', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane)
  await desk(sessionId).erase((await aUser()).userId)
  const name = () => atDesk(sessionId, ({ store }) => store.findSession().facilitatorName)
  expect(await name()).toBe('Jane Smith')
  await desk(sessionId).erase(jane.userId)
  expect(await name()).toBe('Somebody')
})

it('what nobody will give any more ends, and whoever booked it a moment ago is told', async () => {
  const jane = await aFacilitator()
  const [coming, draft] = [await aSession(jane), await aSession(jane, { status: 'draft' })]
  await desk(coming).book(asking(await aUser()))
  const letters = await withCaughtLetters(coming)
  await desk(coming).erase(jane.userId)
  await desk(draft).erase(jane.userId)
  const { inD1 } = await bothSides(coming)
  expect(inD1).toMatchObject({
    session: { status: 'cancelled', taken: 0 },
    bookings: [{ state: 'cancelled', cancelledBy: 'session' }],
  })
  await expect.poll(() => letters.map(({ kind }) => kind)).toContain('session_cancelled')
  expect((await bothSides(draft)).inD1.session).toMatchObject({ status: 'draft' })
})

it('a desk whose notices wait is asked again: they hold the name, and would come later', async () => {
  const sessionId = await aSession(await aFacilitator())
  const ann = await aUser()
  await desk(sessionId).open()
  await atDesk(sessionId, (desk) => {
    desk.deliverNotices = () => Promise.reject(new Error('no inbox'))
  })
  await desk(sessionId).book(asking(ann))
  expect(await desk(sessionId).erase(ann.userId)).toMatchObject({ code: 'unavailable' })
  await withCaughtNotices(sessionId)
  await atDesk(sessionId, (desk) => {
    desk.now = () => Date.now() + HOUR
  })
  expect(await desk(sessionId).erase(ann.userId)).toEqual({ kind: 'erased' })
})

it('each booking and each cancellation is one row for the CRM, in the batch of the booking', async () => {
  const sessionId = await aSession(await aFacilitator())
  const ann = await aUser({ name: 'Ann' })
  const booked = await desk(sessionId).book(asking(ann))
  if (booked.kind !== 'booked') throw new Error('Ann should have a seat')
  const bookingId = booked.booking.id
  const rows = () =>
    openDb(env.DB)
      .select()
      .from(crmNotifications)
      .where(eq(crmNotifications.bookingId, bookingId))
      .orderBy(crmNotifications.id)
  expect(booked.recorded).toBe(true)
  expect(await rows()).toMatchObject([
    {
      kind: 'new_booking',
      userName: 'Ann',
      userEmail: ann.email,
      eventId: sessionId,
      processed: false,
    },
  ])
  await openDb(env.DB)
    .update(crmNotifications)
    .set({ processed: true })
    .where(eq(crmNotifications.bookingId, bookingId))
  await desk(sessionId).cancel({ bookingId, by: { userId: ann.userId }, reason: null })
  expect((await rows()).map(({ kind, processed }) => [kind, processed])).toEqual([
    ['new_booking', true],
    ['booking_cancelled', false],
  ])
})
