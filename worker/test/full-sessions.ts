import { env } from 'cloudflare:workers'
import { signOfferToken } from '../bookings/offer-token'
import { asking, desk } from './desk'
import { aSession } from './factories'
import type { World } from './world'

type People = Pick<World, 'user' | 'other' | 'jane'>

/** Jane's, with one seat, in which the other user sits. */
export async function aFullSession({ other, jane }: Pick<World, 'other' | 'jane'>) {
  const sessionId = await aSession(jane, { capacity: 1 })
  const booked = await desk(sessionId).book(asking(other))
  if (booked.kind === 'refused') throw new Error(booked.message)
  return { sessionId, seatId: booked.booking.id }
}

/** In such a session the user waited, and is now offered the seat. */
export async function anOffer(people: People) {
  const { sessionId, seatId } = await aFullSession(people)
  const joined = await desk(sessionId).join(asking(people.user))
  if (joined.kind === 'refused') throw new Error(joined.message)
  const by = { userId: people.other.userId }
  await desk(sessionId).cancel({ bookingId: seatId, by, reason: null })
  const read = await desk(sessionId).read(people.user.userId)
  const offer = read.kind === 'session' ? read.mine : null
  if (!offer?.expiresAt) throw new Error('nothing is offered')
  const { id, userId, expiresAt } = offer
  const token = await signOfferToken(env, { id, userId, expiresAt })
  return { sessionId, bookingId: id, expiresAt, token }
}

/** The user's, in a session that starts within hours: its door is open. */
export async function aSeatToday({ user, jane }: Pick<World, 'user' | 'jane'>) {
  const sessionId = await aSession(jane, { startTime: Date.now() + 3_600_000 })
  const booked = await desk(sessionId).book(asking(user))
  if (booked.kind === 'refused') throw new Error(booked.message)
  return { sessionId, bookingId: booked.booking.id }
}
