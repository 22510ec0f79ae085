import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../../db/client'
import { crmNotifications } from '../../db/schema'
import { aClass } from '../../test/class'
import { asking, bothSides } from '../../test/desk'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const FAR = 1_000 * HOUR

it('who waits longest is offered the seat in the very command that frees it', async () => {
  const yoga = await aClass({ capacity: 1 })
  const holder = await yoga.seated()
  await yoga.waiting()
  await yoga.waiting()
  expect(await yoga.cancel(holder)).toMatchObject({ seats: { taken: 1, pending: 1, available: 0 } })
  expect(await yoga.states()).toEqual(['cancelled', 'offered', 'waitlisted'])
  expect(await yoga.ask(await yoga.person('Eve'))).toMatchObject({ code: 'session_full' })
  const { atTheDesk, inD1 } = await bothSides(yoga.sessionId)
  expect(inD1).toEqual(atTheDesk)
})

it('an offer that is taken is a booking like any other: told once, however often it is taken', async () => {
  const yoga = await aClass({ capacity: 1 })
  const holder = await yoga.seated()
  const ann = await yoga.waiting()
  await yoga.cancel(holder)
  expect(await yoga.accept(ann)).toMatchObject({ booking: { state: 'confirmed', expiresAt: null } })
  expect(await yoga.accept(ann)).toMatchObject({ booking: { state: 'confirmed' } })
  await expect
    .poll(yoga.told)
    .toEqual([
      'booking_confirmed to visitor',
      'booking_confirmed to facilitator',
      'waitlist_joined to visitor',
      'booking_cancelled to visitor',
      'booking_cancelled to facilitator',
      'seat_offered to visitor',
      'booking_confirmed to visitor',
      'booking_confirmed to facilitator',
    ])
  await expect
    .poll(() => yoga.notices.map(({ type }) => type))
    .toEqual(['new_booking', 'waitlist_joined', 'booking_cancelled', 'new_booking'])
  expect(yoga.notices.at(-1)?.message).toBe(
    'Ann took one seat in Morning Meditation, from the waiting list.',
  )
})

it('who takes a seat from the list is one row for the CRM, and who only waits is none', async () => {
  const yoga = await aClass({ capacity: 1 })
  const holder = await yoga.seated()
  const [ann] = [await yoga.waiting(), await yoga.waiting()]
  await yoga.cancel(holder)
  await yoga.accept(ann)
  const rows = await openDb(env.DB)
    .select()
    .from(crmNotifications)
    .where(eq(crmNotifications.eventId, yoga.sessionId))
    .orderBy(crmNotifications.id)
  expect(rows.map(({ kind, bookingId }) => [kind, bookingId])).toEqual([
    ['new_booking', holder.booking.id],
    ['booking_cancelled', holder.booking.id],
    ['new_booking', ann.booking.id],
  ])
})

it.each(['decline', 'leave'] as const)(
  '%s passes the offer on in the same command',
  async (how) => {
    const yoga = await aClass({ capacity: 1 })
    const holder = await yoga.seated()
    const [first] = [await yoga.waiting(), await yoga.waiting()]
    await yoga.cancel(holder)
    await yoga[how](first)
    await yoga[how](first)
    expect(await yoga.states()).toEqual(['cancelled', 'declined', 'offered'])
    expect(await yoga.accept(first)).toMatchObject({ code: 'offer_ended' })
  },
)

it('an offer that lapses goes to the next, and who let it lapse cannot take it any more', async () => {
  const yoga = await aClass({ capacity: 1, startTime: Date.now() + FAR })
  const holder = await yoga.seated()
  const first = await yoga.waiting()
  await yoga.waiting()
  await yoga.cancel(holder)
  const [, offer] = await yoga.bookings()
  const ends = offer?.expiresAt ?? 0
  expect(ends - (offer?.updatedAt ?? 0)).toBe(2 * HOUR)
  await yoga.turnTo(ends - 1)
  await yoga.alarm()
  expect(await yoga.states()).toEqual(['cancelled', 'offered', 'waitlisted'])
  await yoga.turnTo(ends)
  await yoga.alarm()
  expect(await yoga.states()).toEqual(['cancelled', 'expired', 'offered'])
  expect(await yoga.accept(first)).toMatchObject({ code: 'offer_ended' })
  expect(await yoga.why()).toEqual(['joined', 'joined', 'offered', 'lapsed', 'offered'])
})

it('leaving a place can be undone at once, with what was said before', async () => {
  const yoga = await aClass({ capacity: 1 })
  await yoga.seated()
  const [ann, ben] = [await yoga.waiting({ partySize: 1 }), await yoga.waiting({ name: 'Ben' })]
  const left = await yoga.leave(ann)
  expect(left).toMatchObject({ booking: { state: 'left' }, position: null })
  expect(await yoga.join(ben.person)).toMatchObject({ position: 1 })
  expect(await yoga.join(ann.person, { oldPlace: true })).toMatchObject({
    booking: { id: ann.booking.id, state: 'waitlisted', cancelledBy: null },
    position: 1,
    already: false,
  })
  expect(await yoga.states()).toEqual(['confirmed', 'waitlisted', 'waitlisted'])
  expect(await yoga.why()).toEqual(['joined', 'joined', 'left', 'returned'])
  await expect
    .poll(() => yoga.notices.at(-1)?.message)
    .toBe('Ann is back on the waiting list of Morning Meditation, in the old place.')
  // They know from before; only what they do not know is written.
  const told = yoga.told().filter((letter) => letter === 'waitlist_joined to visitor')
  expect(told).toHaveLength(2)
  const { atTheDesk, inD1 } = await bothSides(yoga.sessionId)
  expect(inD1).toEqual(atTheDesk)
})

it('leaving and coming back puts nobody before where they stood', async () => {
  const yoga = await aClass({ capacity: 2 })
  await yoga.seated({ partySize: 2 })
  const [ann, ben] = [await yoga.waiting(), await yoga.waiting({ name: 'Ben' })]
  // Joining is not undoing: that is another place, at the end. So it is for more seats than before.
  await yoga.leave(ann)
  expect(await yoga.join(ann.person)).toMatchObject({ position: 2 })
  await yoga.leave(ben)
  expect(await yoga.join(ben.person, { oldPlace: true, partySize: 2 })).toMatchObject({
    position: 2,
  })
  // As it is a moment too late, to the millisecond.
  const now = Date.now()
  await yoga.turnTo(now)
  const dan = await yoga.waiting({ name: 'Dan' })
  const eva = await yoga.waiting({ name: 'Eva' })
  await yoga.leave(dan)
  await yoga.turnTo(now + 2 * MINUTE)
  expect(await yoga.join(dan.person, { oldPlace: true })).toMatchObject({ position: 4 })
  expect(await yoga.join(eva.person)).toMatchObject({ position: 3 })
})

it('who was taken off the list, or passed an offer on, has no place to come back to', async () => {
  const yoga = await aClass({ capacity: 1 })
  const holder = await yoga.seated()
  const [ann, ben] = [await yoga.waiting(), await yoga.waiting({ name: 'Ben' })]
  const by = { facilitatorId: yoga.jane.facilitatorId }
  await yoga.desk.cancel({ bookingId: ann.booking.id, by, reason: null })
  expect(await yoga.join(ann.person, { oldPlace: true })).toMatchObject({ position: 2 })
  await yoga.cancel(holder)
  await yoga.decline(ben)
  expect(await yoga.join(ben.person, { oldPlace: true })).toMatchObject({ position: 1 })
  expect(await yoga.states()).toEqual(['cancelled', 'left', 'declined', 'offered', 'waitlisted'])
})

it('a read finds a lapsed offer passed on, though no alarm came', async () => {
  const yoga = await aClass({ capacity: 1, startTime: Date.now() + FAR })
  const holder = await yoga.seated()
  const ann = await yoga.waiting()
  await yoga.cancel(holder)
  await yoga.turnTo(Date.now() + 3 * HOUR)
  expect(await yoga.seats()).toMatchObject({ taken: 0, pending: 0, available: 1 })
  expect(await yoga.desk.read(ann.person.userId)).toMatchObject({ mine: null })
})

it('an alarm that comes late passes over nobody: what was free in time is offered still', async () => {
  const startTime = Date.now() + FAR
  const yoga = await aClass({ capacity: 1, startTime, promotionClosesHours: 1 })
  const holder = await yoga.seated()
  await yoga.waiting()
  await yoga.waiting()
  await yoga.turnTo(startTime - HOUR - 30 * MINUTE)
  await yoga.cancel(holder)
  const [, offer] = await yoga.bookings()
  expect(offer?.expiresAt).toBeLessThan(startTime - HOUR)
  // It ends before the list closes; nobody looks until long after both.
  await yoga.turnTo(startTime - 20 * MINUTE)
  expect(await yoga.ask(await yoga.person('Eve'))).toMatchObject({ code: 'session_full' })
  expect(await yoga.states()).toEqual(['cancelled', 'expired', 'offered'])
})

it('skip sells what fits nobody who waits; strict keeps it for the first', async () => {
  const skip = await aClass({ capacity: 2 })
  const one = await skip.seated({ partySize: 1 })
  await skip.seated()
  await skip.waiting({ partySize: 2 })
  await skip.cancel(one)
  expect(await skip.seats()).toMatchObject({ taken: 1, waiting: 1, available: 1 })
  expect(await skip.ask(await skip.person('Eve'))).toMatchObject({ kind: 'booked' })
  expect(await skip.why()).toEqual(['joined', 'passed_over'])

  const strict = await aClass({ capacity: 2, waitlistPolicy: 'strict' })
  const two = await strict.seated()
  const other = await strict.seated()
  const party = await strict.waiting({ partySize: 2 })
  await strict.waiting()
  await strict.cancel(two)
  expect(await strict.seats()).toMatchObject({ taken: 1, waiting: 2, available: 0 })
  expect(await strict.ask(await strict.person('Eve'))).toMatchObject({ code: 'session_full' })
  expect(await strict.why()).toEqual(['joined', 'joined', 'held_up'])
  await strict.cancel(other)
  expect(await strict.accept(party)).toMatchObject({ booking: { state: 'confirmed' } })
})

it('once the promotion has closed nobody is offered anything, and what is free is open to all', async () => {
  const startTime = Date.now() + FAR
  const yoga = await aClass({
    capacity: 2,
    startTime,
    waitlistPolicy: 'strict',
    promotionClosesHours: 3,
  })
  const one = await yoga.seated()
  await yoga.seated()
  const party = await yoga.waiting({ partySize: 2 })
  await yoga.cancel(one)
  expect(await yoga.seats()).toMatchObject({ available: 0 })
  await yoga.turnTo(startTime - 3 * HOUR)
  await yoga.alarm()
  expect(await yoga.seats()).toMatchObject({ available: 1, waiting: 1 })
  const { atTheDesk, inD1 } = await bothSides(yoga.sessionId)
  expect(inD1).toEqual(atTheDesk)
  expect(await yoga.join(await yoga.person('Eve'), { partySize: 2 })).toMatchObject({
    code: 'list_closed',
  })
  // Whoever waits may book like everybody else, in the row they have.
  expect(await yoga.ask(party.person)).toMatchObject({
    booking: { id: party.booking.id, state: 'confirmed', partySize: 1 },
  })
  expect(await yoga.why()).toEqual(['joined', 'held_up', 'closed', 'booked'])
})

it('a list closes once: whoever mends a word of the session after that closes nothing again', async () => {
  const startTime = Date.now() + FAR
  const yoga = await aClass({ capacity: 1, startTime, promotionClosesHours: 3 })
  await yoga.seated()
  await yoga.waiting()
  await yoga.turnTo(startTime - 2 * HOUR)
  await yoga.alarm()
  await yoga.amend({ title: 'Evening Meditation' })
  expect(await yoga.why()).toEqual(['joined', 'closed'])
})

it('who still waits when it begins has waited long enough, and is told', async () => {
  const startTime = Date.now() + FAR
  const yoga = await aClass({ capacity: 1, startTime })
  await yoga.seated()
  await yoga.waiting()
  await yoga.turnTo(startTime)
  await yoga.alarm()
  expect(await yoga.states()).toEqual(['confirmed', 'left'])
  await expect.poll(yoga.told).toContain('waitlist_ended to visitor')
  expect(await yoga.seats()).toMatchObject({ waiting: 0 })
})

it.each([
  ['who has a seat', 'already_booked', async (yoga: Class) => (await yoga.seatedToo).person, 1],
  ['more than the room holds', 'party_too_large', async (yoga: Class) => yoga.person('Eve'), 4],
  ['while seats are there', 'seats_free', async (yoga: Class) => yoga.person('Eve'), 1],
])('joining is refused: %s', async (_, code, who, partySize) => {
  const yoga = await aClass({ capacity: 3 })
  const seatedToo = yoga.seated()
  await seatedToo
  const answer = await yoga.join(await who({ ...yoga, seatedToo }), { partySize })
  expect(answer).toMatchObject({ kind: 'refused', code })
})
type Class = Awaited<ReturnType<typeof aClass>> & {
  seatedToo: ReturnType<Awaited<ReturnType<typeof aClass>>['seated']>
}

it('joining twice is joining once; another number of seats is said to be another', async () => {
  const yoga = await aClass({ capacity: 2 })
  await yoga.seated({ partySize: 2 })
  const ann = await yoga.waiting()
  expect(await yoga.join(ann.person)).toMatchObject({ booking: { id: ann.booking.id } })
  expect(await yoga.join(ann.person, { partySize: 2 })).toMatchObject({ code: 'already_waiting' })
  expect(await yoga.states()).toEqual(['confirmed', 'waitlisted'])
  expect(yoga.notices.filter(({ type }) => type === 'waitlist_joined')).toHaveLength(1)
})

it('the place on the list is the true one', async () => {
  const yoga = await aClass({ capacity: 1 })
  await yoga.seated()
  const [first, second] = [await yoga.waiting(), await yoga.waiting()]
  expect(await yoga.desk.read(second.person.userId)).toMatchObject({ position: 2 })
  await yoga.leave(first)
  expect(await yoga.desk.read(second.person.userId)).toMatchObject({ position: 1 })
})

it('who is offered what they ask for gets it by booking too, and another number is refused', async () => {
  const yoga = await aClass({ capacity: 2 })
  const holder = await yoga.seated({ partySize: 2 })
  const ann = await yoga.waiting({ partySize: 2 })
  await yoga.cancel(holder)
  expect(await yoga.ask(ann.person)).toMatchObject({
    code: 'offer_waiting',
    extra: { booking_id: ann.booking.id },
  })
  expect(await yoga.ask(ann.person, { partySize: 2 })).toMatchObject({
    booking: { id: ann.booking.id, state: 'confirmed' },
  })
})

it('an offer stands at the price it was made at, whatever the price has become', async () => {
  const yoga = await aClass({ capacity: 1, priceMinor: 2000 })
  const holder = await yoga.seated()
  const ann = await yoga.waiting()
  await yoga.amend({ priceMinor: 3000 })
  await yoga.cancel(holder)
  await yoga.amend({ priceMinor: 9000 })
  expect(await yoga.accept(ann)).toMatchObject({ booking: { priceMinor: 3000 } })
})

it('raising the capacity promotes, in the command that raises it', async () => {
  const yoga = await aClass({ capacity: 1 })
  await yoga.seated()
  await yoga.waiting({ partySize: 1 })
  expect(await yoga.amend({ capacity: 2 })).toMatchObject({ seats: { taken: 2, pending: 1 } })
})

it('lowering it under a party that waits ends that wait, and says so; an offer out may still be taken', async () => {
  const yoga = await aClass({ capacity: 3 })
  const holder = await yoga.seated({ partySize: 3 })
  const [pair] = [await yoga.waiting({ partySize: 2 }), await yoga.waiting({ partySize: 3 })]
  await yoga.cancel(holder)
  expect(await yoga.amend({ capacity: 1 })).toMatchObject({ over: 1 })
  expect(await yoga.states()).toEqual(['cancelled', 'offered', 'left'])
  await expect.poll(yoga.told).toContain('waitlist_ended to visitor')
  expect(await yoga.accept(pair)).toMatchObject({ booking: { state: 'confirmed' } })
  expect(await yoga.seats()).toMatchObject({ taken: 2, available: 0 })
})

it('an offer for a session that is cancelled ends with it, and everybody who waited is told once', async () => {
  const yoga = await aClass({ capacity: 1 })
  const holder = await yoga.seated()
  const [ann] = [await yoga.waiting(), await yoga.waiting()]
  await yoga.cancel(holder)
  const cancel = { facilitatorId: yoga.jane.facilitatorId, reason: 'Ill.' }
  await yoga.desk.cancelSession(cancel)
  await yoga.desk.cancelSession(cancel)
  expect(await yoga.states()).toEqual(['cancelled', 'expired', 'left'])
  expect(await yoga.accept(ann)).toMatchObject({ code: 'session_cancelled' })
  await expect
    .poll(() => yoga.told().filter((told) => told.startsWith('waitlist_e')).length)
    .toBe(2)
})

it('a facilitator takes somebody off the list, and the next moves up', async () => {
  const yoga = await aClass({ capacity: 1 })
  await yoga.seated()
  const [first, second] = [await yoga.waiting(), await yoga.waiting()]
  const by = { facilitatorId: yoga.jane.facilitatorId }
  await yoga.desk.cancel({ bookingId: first.booking.id, by, reason: 'As she asked.' })
  expect(await yoga.desk.read(second.person.userId)).toMatchObject({ position: 1 })
  expect(await yoga.why()).toEqual(['joined', 'joined', 'removed'])
  await expect.poll(yoga.told).toContain('waitlist_ended to visitor')
})

it('a party becomes smaller and what it gives back is offered on', async () => {
  const yoga = await aClass({ capacity: 3 })
  const { person, booking } = await yoga.seated({ partySize: 3 })
  await yoga.waiting()
  const reduce = { bookingId: booking.id, userId: person.userId, partySize: 2, names: ['Ben'] }
  expect(await yoga.desk.reduce(reduce)).toMatchObject({
    booking: { partySize: 2, names: ['Ben'], state: 'confirmed', late: false },
  })
  await yoga.desk.reduce(reduce)
  expect(await yoga.states()).toEqual(['confirmed', 'offered'])
  expect(await yoga.desk.reduce({ ...reduce, partySize: 3 })).toMatchObject({ code: 'party_grows' })
  expect(yoga.notices.filter(({ type }) => type === 'booking_reduced')).toHaveLength(1)
})

it('who waits for fewer keeps the place, and may be next at once', async () => {
  const yoga = await aClass({ capacity: 2 })
  const one = await yoga.seated()
  await yoga.seated()
  const { person, booking } = await yoga.waiting({ partySize: 2 })
  await yoga.cancel(one)
  expect(await yoga.states()).toEqual(['cancelled', 'confirmed', 'waitlisted'])
  const reduce = { bookingId: booking.id, userId: person.userId, partySize: 1, names: null }
  // The answer says so too: what was made room for is offered in the same command.
  expect(await yoga.desk.reduce(reduce)).toMatchObject({
    booking: { state: 'offered', partySize: 1, expiresAt: expect.any(Number) },
    position: null,
    recorded: true,
  })
  expect(await yoga.states()).toEqual(['cancelled', 'confirmed', 'offered'])
})

it('an offer ends no later than the start, also where that moves nearer', async () => {
  const startTime = Date.now() + FAR
  const yoga = await aClass({ capacity: 1, startTime, endTime: startTime + HOUR })
  const holder = await yoga.seated()
  const ann = await yoga.waiting()
  await yoga.cancel(holder)
  const soon = Date.now() + 30 * MINUTE
  await yoga.amend({ startTime: soon, endTime: soon + HOUR })
  expect((await yoga.bookings())[1]).toMatchObject({ state: 'offered', expiresAt: soon })
  await yoga.turnTo(soon)
  expect(await yoga.accept(ann)).toMatchObject({ code: 'offer_ended' })
  expect(await yoga.seats()).toMatchObject({ pending: 0 })
})

it('what was said when joining stands when the seat is had, unless it is said anew', async () => {
  const yoga = await aClass({ capacity: 2 })
  const full = await yoga.seated({ partySize: 2 })
  const asked = { partySize: 2, names: ['Ben'], notes: 'Bad knee' }
  const [ann, eve] = [await yoga.person('Ann'), await yoga.person('Eve')]
  await yoga.desk.join({ ...asking(ann), ...asked })
  await yoga.desk.join({ ...asking(eve), ...asked })
  await yoga.cancel(full)
  const addedBy = { facilitatorId: yoga.jane.facilitatorId, checkIn: false }
  expect(await yoga.desk.book(asking(ann, { partySize: 2, addedBy }))).toMatchObject({
    booking: { names: ['Ben'], notes: 'Bad knee' },
  })
  await yoga.amend({ capacity: 4 })
  const anew = { partySize: 2, names: ['Cem'], notes: 'Much better' }
  expect(await yoga.desk.book(asking(eve, anew))).toMatchObject({
    booking: { names: ['Cem'], notes: 'Much better' },
  })
})

it('giving some back late is late, as giving all back is', async () => {
  const startTime = Date.now() + FAR
  const yoga = await aClass({ startTime, freeCancelHours: 24 })
  const { person, booking } = await yoga.seated({ partySize: 2 })
  await yoga.turnTo(startTime - 24 * HOUR + 1)
  const reduce = { bookingId: booking.id, userId: person.userId, partySize: 1, names: null }
  expect(await yoga.desk.reduce(reduce)).toMatchObject({ booking: { late: true } })
})

it('who had booked when a session moves may go freely for a week; who books after may not', async () => {
  const startTime = Date.now() + FAR
  const yoga = await aClass({ startTime, endTime: startTime + HOUR, freeCancelHours: 2_000 })
  const before = await yoga.seated()
  await yoga.turnTo(Date.now() + MINUTE)
  await yoga.amend({ startTime: startTime + HOUR, endTime: startTime + 2 * HOUR })
  await yoga.turnTo(Date.now() + 2 * MINUTE)
  const after = await yoga.seated()
  expect(await yoga.cancel(before)).toMatchObject({ booking: { late: false } })
  expect(await yoga.cancel(after)).toMatchObject({ booking: { late: true } })
  expect((await yoga.session()).movedFreeUntil).toBeLessThan(startTime)
})

it('other facilitators and other people read none of it', async () => {
  const yoga = await aClass({ capacity: 1 })
  const holder = await yoga.seated()
  const ann = await yoga.waiting()
  await yoga.cancel(holder)
  const eve = await yoga.person('Eve')
  const asEve = { bookingId: ann.booking.id, userId: eve.userId }
  const notFound = { kind: 'refused', code: 'not_found' }
  expect(await yoga.desk.accept(asEve)).toMatchObject(notFound)
  expect(await yoga.desk.decline(asEve)).toMatchObject(notFound)
  expect(await yoga.desk.leave(asEve)).toMatchObject(notFound)
  expect(await yoga.desk.reduce({ ...asEve, partySize: 1, names: null })).toMatchObject(notFound)
  const log = { facilitatorId: yoga.jane.facilitatorId + 1, before: null, limit: 10 }
  expect(await yoga.desk.decisions(log)).toMatchObject(notFound)
})

it('the log says each thing once, however often it is asked for', async () => {
  const yoga = await aClass({ capacity: 2 })
  const one = await yoga.seated()
  await yoga.seated()
  await yoga.waiting({ partySize: 2 })
  await yoga.cancel(one)
  await yoga.alarm()
  await yoga.amend({ title: 'Evening' })
  expect(await yoga.why()).toEqual(['joined', 'passed_over'])
  const { facilitatorId } = yoga.jane
  const last = await yoga.desk.decisions({ facilitatorId, before: null, limit: 1 })
  expect(last).toMatchObject({
    more: true,
    decisions: [{ decision: { free: 1, partySize: 2, capacity: 2 }, person: { name: 'Ann' } }],
  })
})
