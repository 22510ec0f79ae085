import { runDurableObjectAlarm } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { LANES } from '../../outbox'
import { asking, atDesk, desk, withCaughtLetters } from '../../test/desk'
import { aFacilitator, aSession, aUser } from '../../test/factories'
import { openDeskStore } from './store'

const HOUR = 3_600_000

async function aDeskWithLetters(overrides?: Parameters<typeof aSession>[1]) {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane, overrides)
  await desk(sessionId).open()
  const letters = await withCaughtLetters(sessionId)
  const told = () => letters.map(({ kind, to }) => `${kind} to ${to.as}`)
  return { jane, sessionId, letters, told }
}

async function book(sessionId: number) {
  const user = await aUser({ name: 'Ann' })
  const booked = await desk(sessionId).book(asking(user))
  if (booked.kind !== 'booked') throw new Error(`not booked: ${booked.code}`)
  return { user, booking: booked.booking }
}

/** The alarm as it comes at that hour. */
async function alarmAt(sessionId: number, now: number) {
  await atDesk(sessionId, (desk) => {
    desk.now = () => now
  })
  await runDurableObjectAlarm(desk(sessionId))
}

it('a booking is told to both sides, a cancellation too, each once', async () => {
  const { jane, sessionId, letters, told } = await aDeskWithLetters()
  const { user, booking } = await book(sessionId)
  const cancel = { bookingId: booking.id, by: { userId: user.userId }, reason: null }
  await desk(sessionId).cancel(cancel)
  await desk(sessionId).cancel(cancel)
  await expect
    .poll(told)
    .toEqual([
      'booking_confirmed to visitor',
      'booking_confirmed to facilitator',
      'booking_cancelled to visitor',
      'booking_cancelled to facilitator',
    ])
  expect(letters[1]).toMatchObject({
    to: { userId: jane.userId },
    visitor: { name: 'Ann', email: user.email },
    seats: { available: 9 },
  })
  expect(new Set(letters.map(({ id }) => id)).size).toBe(4)
})

it('a facilitator’s cancelling is told to the visitor, and marked as hers', async () => {
  const { jane, sessionId, told } = await aDeskWithLetters()
  const { booking } = await book(sessionId)
  const by = { facilitatorId: jane.facilitatorId }
  const cancelled = await desk(sessionId).cancel({ bookingId: booking.id, by, reason: 'Mats' })
  expect(cancelled).toMatchObject({ booking: { cancelledBy: 'facilitator', late: false } })
  await expect.poll(() => told().slice(2)).toEqual(['booking_cancelled to visitor'])
  const other = { facilitatorId: (await aFacilitator()).facilitatorId }
  const refused = await desk(sessionId).cancel({ bookingId: booking.id, by: other, reason: null })
  expect(refused).toMatchObject({ code: 'not_found' })
})

it('a moved session is told to who has a seat; a new price is not', async () => {
  const { jane, sessionId, told } = await aDeskWithLetters()
  const { user, booking } = await book(sessionId)
  await book(sessionId)
  await desk(sessionId).cancel({
    bookingId: booking.id,
    by: { userId: user.userId },
    reason: null,
  })
  const amend = (changes: object) =>
    desk(sessionId).amend({ facilitatorId: jane.facilitatorId, changes })
  await amend({ priceMinor: 100, title: 'Evening' })
  await amend({ placeName: 'The other room' })
  await expect
    .poll(() => told().filter((letter) => letter.startsWith('session')))
    .toEqual(['session_changed to visitor'])
})

it('a cancelled session is told to everybody who had a seat, once', async () => {
  const { jane, sessionId, told } = await aDeskWithLetters()
  await book(sessionId)
  await book(sessionId)
  const asked = { facilitatorId: jane.facilitatorId, reason: 'The boiler' }
  await desk(sessionId).cancelSession(asked)
  await desk(sessionId).cancelSession(asked)
  await expect
    .poll(() => told().slice(4))
    .toEqual(['session_cancelled to visitor', 'session_cancelled to visitor'])
})

it('reminders go out a day and an hour before, each once, however often the alarm comes', async () => {
  const startTime = Date.now() + 48 * HOUR
  const { sessionId, letters, told } = await aDeskWithLetters({ startTime })
  await book(sessionId)
  await alarmAt(sessionId, startTime - 24 * HOUR)
  await alarmAt(sessionId, startTime - 23 * HOUR)
  await book(sessionId)
  await alarmAt(sessionId, startTime - HOUR + 1)
  await alarmAt(sessionId, startTime + 1)
  const reminders = () => told().filter((letter) => letter.startsWith('reminder'))
  await expect
    .poll(reminders)
    .toEqual(['reminder_24h to visitor', 'reminder_1h to visitor', 'reminder_1h to visitor'])
  expect(letters.map(({ id }) => id)).toContain(`reminder_24h:${sessionId * 1_000_000 + 1}:visitor`)
})

it('a moved session moves its reminders, a cancelled one drops them', async () => {
  const startTime = Date.now() + 48 * HOUR
  const { jane, sessionId, told } = await aDeskWithLetters({ startTime })
  await book(sessionId)
  const { facilitatorId } = jane
  const later = { startTime: startTime + 24 * HOUR, endTime: startTime + 25 * HOUR }
  await desk(sessionId).amend({ facilitatorId, changes: later })
  await alarmAt(sessionId, startTime - 24 * HOUR)
  const reminders = () => told().filter((letter) => letter.startsWith('reminder'))
  expect(reminders()).toEqual([])
  await alarmAt(sessionId, startTime)
  await expect.poll(reminders).toEqual(['reminder_24h to visitor'])
  await desk(sessionId).cancelSession({ facilitatorId, reason: null })
  await alarmAt(sessionId, later.startTime - HOUR)
  expect(reminders()).toHaveLength(1)
})

it('an alarm that comes after the start reminds nobody', async () => {
  const startTime = Date.now() + 48 * HOUR
  const { sessionId, told } = await aDeskWithLetters({ startTime })
  await book(sessionId)
  await alarmAt(sessionId, startTime)
  expect(told().filter((letter) => letter.startsWith('reminder'))).toEqual([])
})

it('the mail queue being away delays no booking, and its letters follow', async () => {
  const { sessionId, told } = await aDeskWithLetters()
  await atDesk(sessionId, (desk) => {
    const send = desk.sendLetters
    let away = 3
    desk.sendLetters = async (events) => {
      if (away-- > 0) throw new Error('queue away')
      return send(events)
    }
  })
  expect((await book(sessionId)).booking.state).toBe('confirmed')
  for (let minute = 1; minute <= 4; minute++) await alarmAt(sessionId, Date.now() + minute * 60_000)
  expect(told()).toEqual(['booking_confirmed to visitor', 'booking_confirmed to facilitator'])
})

it('long letters to many go out in as many calls as a real queue takes them in', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane, { capacity: 40, arrivalNote: 'ж'.repeat(5_000) })
  await desk(sessionId).open()
  await Promise.all(Array.from({ length: 40 }, () => book(sessionId)))
  await atDesk(sessionId, (desk, { storage }) => {
    // As where mail is set up.
    desk.store = openDeskStore(storage, new Set(LANES))
  })
  const changes = { placeName: 'The other hall' }
  await desk(sessionId).amend({ facilitatorId: jane.facilitatorId, changes })
  const left = () => atDesk(sessionId, ({ store }) => store.takeOutbox('mail').length)
  await expect.poll(left).toBe(0)
})

it('a desk without mail writes nothing for it, not even a counter', async () => {
  const sessionId = await aSession(await aFacilitator())
  await book(sessionId)
  expect(await atDesk(sessionId, ({ store }) => store.findSession().lastLetter)).toBe(0)
})
