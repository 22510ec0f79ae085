import { expect, it } from 'vitest'
import { aClass } from '../../test/class'
import { asking, bothSides } from '../../test/desk'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function anEvening(overrides: Parameters<typeof aClass>[0] = {}) {
  const startTime = Date.now() + 100 * HOUR
  const yoga = await aClass({ startTime, endTime: startTime + HOUR, capacity: 3, ...overrides })
  const { facilitatorId } = yoga.jane
  const door = (booking: { id: number }, at: number | null = null) =>
    yoga.desk.checkIn({ bookingId: booking.id, facilitatorId, at })
  const undo = (booking: { id: number }) =>
    yoga.desk.undoCheckIn({ bookingId: booking.id, facilitatorId })
  const add = async (more: { partySize?: number; checkIn?: boolean } = {}) => {
    const { checkIn = false, ...party } = more
    const guest = await yoga.person('Walk-in')
    return yoga.desk.book(asking(guest, { ...party, addedBy: { facilitatorId, checkIn } }))
  }
  return { ...yoga, startTime, endTime: startTime + HOUR, door, undo, add }
}

it('who comes in is in, once, from whichever phone; undone is undone', async () => {
  const yoga = await anEvening()
  const { booking } = await yoga.seated()
  await yoga.turnTo(yoga.startTime - 5 * MINUTE)
  expect(await yoga.door(booking)).toMatchObject({
    booking: { state: 'attended', checkedInAt: yoga.startTime - 5 * MINUTE },
  })
  await yoga.turnTo(yoga.startTime)
  expect(await yoga.door(booking)).toMatchObject({
    booking: { checkedInAt: yoga.startTime - 5 * MINUTE },
  })
  expect(await yoga.undo(booking)).toMatchObject({
    booking: { state: 'confirmed', checkedInAt: null },
  })
  expect(await yoga.undo(booking)).toMatchObject({ booking: { state: 'confirmed' } })
})

it('who was added by mistake is taken back at once, though they are in and it has begun', async () => {
  const yoga = await anEvening()
  const by = { facilitatorId: yoga.jane.facilitatorId }
  const takeBack = (id: number) => yoga.desk.cancel({ bookingId: id, by, reason: null })
  await yoga.turnTo(yoga.startTime + MINUTE)
  const added = await yoga.add({ checkIn: true })
  if (added.kind !== 'booked') throw new Error(added.code)
  await yoga.turnTo(yoga.startTime + 3 * MINUTE - 1)
  expect(await takeBack(added.booking.id)).toMatchObject({
    booking: { state: 'cancelled', checkedInAt: null, cancelledBy: 'facilitator' },
    seats: { taken: 0 },
  })
  const { atTheDesk, inD1 } = await bothSides(yoga.sessionId)
  expect(inD1).toEqual(atTheDesk)
  // A moment later it is no slip any more: somebody sits there.
  const second = await yoga.add({ checkIn: true })
  if (second.kind !== 'booked') throw new Error(second.code)
  await yoga.turnTo(yoga.startTime + 5 * MINUTE - 1)
  expect(await takeBack(second.booking.id)).toMatchObject({ code: 'session_over' })
})

it('who booked themselves is not taken back like that', async () => {
  const yoga = await anEvening({ capacity: 1 })
  const by = { facilitatorId: yoga.jane.facilitatorId }
  const { booking } = await yoga.seated()
  await yoga.turnTo(yoga.startTime)
  expect(await yoga.desk.cancel({ bookingId: booking.id, by, reason: null })).toMatchObject({
    code: 'session_over',
  })
})

it('a list that was offline says when it was, but never later than now', async () => {
  const yoga = await anEvening()
  const [one, two] = [await yoga.seated(), await yoga.seated()]
  await yoga.turnTo(yoga.startTime + MINUTE)
  const early = yoga.startTime - MINUTE
  expect(await yoga.door(one.booking, early)).toMatchObject({ booking: { checkedInAt: early } })
  expect(await yoga.door(two.booking, yoga.startTime + HOUR)).toMatchObject({
    booking: { checkedInAt: yoga.startTime + MINUTE },
  })
})

it('nor before the door opened, whatever a phone believes', async () => {
  const yoga = await anEvening()
  const { booking } = await yoga.seated()
  await yoga.turnTo(yoga.startTime + MINUTE)
  expect(await yoga.door(booking, Date.parse('0001-01-01T00:00:00Z'))).toMatchObject({
    booking: { checkedInAt: yoga.startTime - 12 * HOUR },
  })
})

it('the door is refused to whoever has no seat, and before the day', async () => {
  const yoga = await anEvening({ capacity: 1 })
  const holder = await yoga.seated()
  const ann = await yoga.waiting()
  expect(await yoga.door(holder.booking)).toMatchObject({ code: 'too_early' })
  expect(await yoga.door(ann.booking)).toMatchObject({ code: 'not_booked' })
  await yoga.cancel(holder)
  expect(await yoga.door(holder.booking)).toMatchObject({ code: 'booking_ended' })
  const stranger = { bookingId: holder.booking.id, facilitatorId: yoga.jane.facilitatorId + 1 }
  expect(await yoga.desk.checkIn({ ...stranger, at: null })).toMatchObject({ code: 'not_found' })
  expect(await yoga.desk.undoCheckIn(stranger)).toMatchObject({ code: 'not_found' })
})

it('after the end those who did not come are marked, where the door was kept', async () => {
  const yoga = await anEvening()
  const [came, stayed] = [await yoga.seated(), await yoga.seated()]
  await yoga.turnTo(yoga.startTime)
  await yoga.door(came.booking)
  await yoga.turnTo(yoga.endTime)
  await yoga.alarm()
  expect(await yoga.states()).toEqual(['attended', 'no_show'])
  // She came after all, says the facilitator later.
  expect(await yoga.door(stayed.booking)).toMatchObject({ booking: { state: 'attended' } })
  expect(await yoga.undo(stayed.booking)).toMatchObject({ booking: { state: 'no_show' } })
  expect(await yoga.states()).toEqual(['attended', 'no_show'])
  const { atTheDesk, inD1 } = await bothSides(yoga.sessionId)
  expect(inD1).toEqual(atTheDesk)
})

it('where nobody was checked in nobody is said to have stayed away', async () => {
  const yoga = await anEvening()
  await yoga.seated()
  await yoga.turnTo(yoga.endTime + HOUR)
  await yoga.alarm()
  expect(await yoga.states()).toEqual(['confirmed'])
})

it('a list that comes back after the end marks the rest as a list would have that was online', async () => {
  const yoga = await anEvening()
  const [came] = [await yoga.seated(), await yoga.seated()]
  await yoga.turnTo(yoga.endTime + HOUR)
  await yoga.alarm()
  await yoga.door(came.booking, yoga.startTime)
  expect(await yoga.states()).toEqual(['attended', 'no_show'])
})

it('who was in when a session was cancelled stays in: no seat comes back to life in it', async () => {
  const yoga = await anEvening()
  const { booking } = await yoga.seated()
  await yoga.turnTo(yoga.startTime)
  await yoga.door(booking)
  const { facilitatorId } = yoga.jane
  await yoga.desk.cancelSession({ facilitatorId, reason: 'The boiler broke.' })
  expect(await yoga.undo(booking)).toMatchObject({ code: 'session_cancelled' })
  expect(await yoga.states()).toEqual(['attended'])
})

it('the facilitator adds people while seats last, also while it goes on, and not after', async () => {
  const yoga = await anEvening({ capacity: 2 })
  expect(await yoga.add()).toMatchObject({
    booking: { state: 'confirmed', bookedBy: 'facilitator' },
  })
  await yoga.turnTo(yoga.startTime + MINUTE)
  expect(await yoga.ask(await yoga.person('Eve'))).toMatchObject({ code: 'session_over' })
  expect(await yoga.add({ partySize: 2 })).toMatchObject({ code: 'not_enough_seats' })
  expect(await yoga.add({ checkIn: true })).toMatchObject({
    booking: { state: 'attended', checkedInAt: yoga.startTime + MINUTE },
  })
  expect(await yoga.add()).toMatchObject({ code: 'session_full' })
  await yoga.turnTo(yoga.endTime)
  expect(await yoga.add()).toMatchObject({ code: 'session_over' })
})

it('whoever is added at the door does not take a seat that is offered to somebody', async () => {
  const yoga = await anEvening({ capacity: 1 })
  const holder = await yoga.seated()
  await yoga.waiting()
  await yoga.cancel(holder)
  expect(await yoga.add()).toMatchObject({ code: 'session_full' })
})

it('adding is a booking: one notice for her, a letter for them, none to herself', async () => {
  const yoga = await anEvening()
  await yoga.add({ partySize: 2 })
  await expect
    .poll(() => yoga.notices.map(({ message }) => message))
    .toEqual(['You added Walk-in to Morning Meditation, with two seats.'])
  await expect.poll(yoga.told).toEqual(['booking_confirmed to visitor'])
})

it('nobody is let in weeks before by being added, and another’s session is not hers to add to', async () => {
  const yoga = await anEvening()
  expect(await yoga.add({ checkIn: true })).toMatchObject({ code: 'too_early' })
  expect(await yoga.states()).toEqual([])
  const addedBy = { facilitatorId: yoga.jane.facilitatorId + 1, checkIn: false }
  const eve = await yoga.person('Eve')
  expect(await yoga.desk.book(asking(eve, { addedBy }))).toMatchObject({ code: 'not_found' })
  // Nor with the key of what its own facilitator added.
  const key = { value: 'a key', fingerprint: 'the same' }
  const { facilitatorId } = yoga.jane
  await yoga.desk.book(asking(eve, { key, addedBy: { facilitatorId, checkIn: false } }))
  expect(await yoga.desk.book(asking(eve, { key, addedBy }))).toMatchObject({ code: 'not_found' })
})
