import { api } from '../api'
import { Refusal } from '../refusal'
import { me } from '../users/me'
import { type MyBooking, myBookings, myWaiting } from './mine'

/** What an address of an offer leads to: the booking, its end, or nobody whom it could be for. */
export type Looked =
  | { kind: 'booking'; booking: MyBooking; at: number }
  /** `isTaken` is null where nobody is signed in: then it is not ours to know. */
  | { kind: 'ended'; isTaken: false | null }
  | { kind: 'nobody' }
  /** Its token is none of ours: cut off, mistyped, or signed by a key that is gone. */
  | { kind: 'unknown' }

/** By the token of the letter's link, or among what is theirs who is signed in. */
export async function lookAtOffer(id: number, token: string): Promise<Looked> {
  if (token === '') return (await lookAmongMine(id)) ?? { kind: 'nobody' }
  try {
    const response = await api.offers.look.$post({ json: { booking_id: id, token } })
    const { booking } = await response.json()
    return { kind: 'booking', booking, at: Date.now() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'offer_ended') {
      return (await lookAmongMine(id)) ?? { kind: 'ended', isTaken: null }
    }
    if (error.code !== 'not_found' && error.code !== 'invalid') throw error
  }
  // Whoever is signed in needs no token for what is theirs.
  const mine = await lookAmongMine(id)
  return mine?.kind === 'booking' ? mine : { kind: 'unknown' }
}

async function lookAmongMine(id: number): Promise<Looked | null> {
  if (!(await me())) return null
  const [waiting, coming] = await Promise.all([myWaiting(), myBookings('upcoming', 1)])
  const booking = [...waiting, ...coming.items].find((one) => one.id === id)
  const isMine = booking && booking.booking_status !== 'cancelled'
  return isMine ? { kind: 'booking', booking, at: Date.now() } : { kind: 'ended', isTaken: false }
}
