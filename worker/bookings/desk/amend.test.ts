import { expect, it } from 'vitest'
import { asking, atDesk, bothSides, desk, withCaughtNotices } from '../../test/desk'
import { aFacilitator, aSession, aUser } from '../../test/factories'

const HOUR = 3_600_000

async function aSoldSession(seats: number, overrides?: Parameters<typeof aSession>[1]) {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane, { capacity: seats, ...overrides })
  for (let i = 0; i < seats; i++) await desk(sessionId).book(asking(await aUser()))
  const amend = (changes: Parameters<ReturnType<typeof desk>['amend']>[0]['changes']) =>
    desk(sessionId).amend({ facilitatorId: jane.facilitatorId, changes })
  return { jane, sessionId, amend }
}

it('words and terms change together, and D1 has them', async () => {
  const { sessionId, amend } = await aSoldSession(1)
  const answer = await amend({ title: 'Evening', capacity: 5, priceMinor: 0, days: [] })
  expect(answer).toMatchObject({
    kind: 'amended',
    session: { title: 'Evening', capacity: 5, priceMinor: 0 },
    seats: { taken: 1, available: 4 },
    warnings: [],
    over: 0,
    recorded: true,
  })
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
})

it('a capacity under what is sold warns, takes no seat away, and sells nothing until there is room', async () => {
  const { sessionId, amend } = await aSoldSession(3)
  expect(await amend({ capacity: 1 })).toMatchObject({
    over: 2,
    warnings: [
      '2 over the capacity of 1. Nobody loses a seat; nothing is sold until there is room.',
    ],
    seats: { taken: 3, available: 0 },
  })
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({ code: 'session_full' })
  await amend({ capacity: 4 })
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({ kind: 'booked' })
})

it('what was agreed stays agreed: a new price is for new bookings', async () => {
  const { sessionId, amend } = await aSoldSession(1)
  await amend({ priceMinor: 9900, capacity: 2 })
  await desk(sessionId).book(asking(await aUser()))
  const { inD1 } = await bothSides(sessionId)
  expect(inD1.bookings.map((booking) => booking.priceMinor)).toEqual([2500, 9900])
})

it('saving what is already so is no change', async () => {
  const { sessionId, amend } = await aSoldSession(1)
  const before = await bothSides(sessionId)
  await amend({ title: 'Morning Meditation', capacity: 1 })
  expect((await bothSides(sessionId)).atTheDesk.rev).toBe(before.atTheDesk.rev)
})

it('another facilitator’s session reads as not there, for every verb', async () => {
  const { sessionId } = await aSoldSession(1)
  const { facilitatorId } = await aFacilitator()
  const answers = [
    await desk(sessionId).amend({ facilitatorId, changes: { title: 'Mine now' } }),
    await desk(sessionId).cancelSession({ facilitatorId, reason: null }),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ kind: 'refused', code: 'not_found' })
})

it.each([
  ['an end before the start', { endTime: 1 }, 'invalid', /end_time/],
  ['a start that has passed', { startTime: 1, endTime: 2 }, 'invalid', /start_time/],
  [
    'days outside a retreat',
    { sessionType: 'retreat' as const, days: [{ date: '2020-01-01', title: 'Before', text: '' }] },
    'invalid',
    /days.0.date/,
  ],
  ['becoming a draft again', { status: 'draft' as const }, 'session_not_open', /draft/],
])('refused: %s', async (_, changes, code, message) => {
  const { amend } = await aSoldSession(1)
  expect(await amend(changes)).toMatchObject({ code, message: expect.stringMatching(message) })
})

it('a draft is not there for visitors until it is published', async () => {
  const jane = await aFacilitator()
  const sessionId = await aSession(jane, { status: 'draft' })
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({ code: 'not_found' })
  await desk(sessionId).amend({ facilitatorId: jane.facilitatorId, changes: { status: 'active' } })
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({ kind: 'booked' })
})

it('cancelling a session ends its bookings, keeps all rows, and is one notice however often asked', async () => {
  const { jane, sessionId } = await aSoldSession(3)
  const notices = await withCaughtNotices(sessionId)
  const asked = { facilitatorId: jane.facilitatorId, reason: 'The boiler broke.' }
  await desk(sessionId).cancelSession(asked)
  const again = await desk(sessionId).cancelSession({ ...asked, reason: 'Another reason' })
  expect(again).toMatchObject({
    session: { status: 'cancelled', cancelReason: 'The boiler broke.' },
    seats: { taken: 0 },
  })
  await expect
    .poll(() => notices.map(({ type, message }) => `${type}: ${message}`))
    .toEqual([
      'session_cancelled: You cancelled Morning Meditation. Three bookings were cancelled with it.',
    ])
  const { atTheDesk, inD1 } = await bothSides(sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(inD1.bookings.map((b) => [b.state, b.cancelledBy, b.cancelReason])).toEqual(
    Array(3).fill(['cancelled', 'session', 'The boiler broke.']),
  )
})

it('a cancelled session takes neither bookings nor changes', async () => {
  const { jane, sessionId, amend } = await aSoldSession(1, { capacity: 2 })
  await desk(sessionId).cancelSession({ facilitatorId: jane.facilitatorId, reason: null })
  expect(await desk(sessionId).book(asking(await aUser()))).toMatchObject({
    code: 'session_cancelled',
  })
  expect(await amend({ title: 'On again' })).toMatchObject({ code: 'session_cancelled' })
})

it('a session that is over has nothing left to cancel', async () => {
  const { jane, sessionId } = await aSoldSession(1)
  await atDesk(sessionId, (desk) => {
    desk.now = () => Date.now() + 8 * 24 * HOUR
  })
  const answer = await desk(sessionId).cancelSession({
    facilitatorId: jane.facilitatorId,
    reason: null,
  })
  expect(answer).toMatchObject({ code: 'session_over' })
})
