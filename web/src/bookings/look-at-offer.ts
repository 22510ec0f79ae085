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

/** By the token of the letter's link, or among what is theirs who is signed in. */
export async function lookAtOffer(id: number, token: string): Promise<Looked> {
  if (token === '') return (await lookAmongMine(id)) ?? { kind: 'nobody' }
  try {
    const response = await api.offers.look.$post({ json: { booking_id: id, token } })
    const { booking } = await response.json()
    return { kind: 'booking', booking, at: Date.now() }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'offer_ended') throw error
  }
  return (await lookAmongMine(id)) ?? { kind: 'ended', isTaken: null }
}

async function lookAmongMine(id: number): Promise<Looked | null> {
  if (!(await me())) return null
  const [waiting, coming] = await Promise.all([myWaiting(), myBookings('upcoming', 1)])
  const booking = [...waiting, ...coming.items].find((one) => one.id === id)
  const isMine = booking && booking.booking_status !== 'cancelled'
  return isMine ? { kind: 'booking', booking, at: Date.now() } : { kind: 'ended', isTaken: false }
}
