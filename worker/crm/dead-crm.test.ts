import { runDurableObjectAlarm } from 'cloudflare:test'
import { expect, it } from 'vitest'
import type { BookingDesk } from '../bookings/booking-desk'
import { openDeskStore } from '../bookings/desk/store'
import type { CrmRow } from '../bookings/record'
import { LANES } from '../outbox'
import { asking, atDesk, desk } from '../test/desk'
import { aFacilitator, aSession, aUser } from '../test/factories'

const MINUTE = 60_000

/** A desk whose CRM lane leads to `send`, as it does where CRM_SERVICE_URL is set. */
async function aDeskWithCrm(send: BookingDesk['sendToCrm']) {
  const sessionId = await aSession(await aFacilitator(), { capacity: 5 })
  await atDesk(sessionId, (desk, { storage }) => {
    Object.assign(desk, { store: openDeskStore(storage, new Set(LANES)), sendToCrm: send })
  })
  return sessionId
}

async function book(sessionId: number) {
  const user = await aUser()
  const booked = await desk(sessionId).book(asking(user))
  if (booked.kind !== 'booked') throw new Error(`not booked: ${booked.code}`)
  return { user, ...booked }
}

it('a queue that never answers keeps no booking waiting', async () => {
  const sessionId = await aDeskWithCrm(() => new Promise(() => {}))
  for (let i = 0; i < 3; i++) expect((await book(sessionId)).recorded).toBe(true)
})

it('what could not be queued waits at the desk, and goes out once and in order', async () => {
  const sent: CrmRow[] = []
  let isAway = true
  const sessionId = await aDeskWithCrm(async (rows) => {
    if (isAway) throw new Error('the queue is away')
    sent.push(...rows)
  })
  const [first, second] = [await book(sessionId), await book(sessionId)]
  await desk(sessionId).cancel({
    bookingId: first.booking.id,
    by: { userId: first.user.userId },
    reason: null,
  })
  expect([first.recorded, sent]).toEqual([true, []])

  isAway = false
  await atDesk(sessionId, (desk) => {
    desk.now = () => Date.now() + MINUTE
  })
  await runDurableObjectAlarm(desk(sessionId))
  expect(sent.map(({ bookingId, kind }) => [bookingId, kind])).toEqual([
    [first.booking.id, 'new_booking'],
    [second.booking.id, 'new_booking'],
    [first.booking.id, 'booking_cancelled'],
  ])
})
