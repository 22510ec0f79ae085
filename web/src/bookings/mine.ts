import { createAsync, query } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { api } from '../api'
import { readPages } from '../next-page'
import { Refusal } from '../refusal'
import { me } from '../users/me'
import { withUnrecorded } from './unrecorded'

export type MyBooking = Awaited<ReturnType<typeof readMine>>['items'][number]
export type MyWaiting = Awaited<ReturnType<typeof readWaiting>>[number]

/** The first `pages` pages of one's own bookings, what was just booked or cancelled among them. */
export const myBookings = query(async (when: 'upcoming' | 'past', pages: number) => {
  const list = await readMine(when, pages)
  if (when === 'past') return list
  return { ...list, items: withUnrecorded(list.items).filter((booking) => !isWaiting(booking)) }
}, 'my-bookings')

/** Where one waits or is offered a seat, the soonest session first. */
export const myWaiting = query(async () => {
  const list = withUnrecorded<MyBooking | MyWaiting>(await readWaiting())
  return list.filter(isWaiting).map((booking): MyWaiting => ({ overlaps: [], ...booking }))
}, 'my-waiting')

/** On a list, or offered a seat from it. */
export function isWaiting({ booking_status: status }: Pick<MyBooking, 'booking_status'>): boolean {
  return status === 'waitlisted' || status === 'offered'
}

/** Seats one has in what is to come, by session; for lists, which must not wait for it. */
export function useYourSeats() {
  const seated = useSeated()
  return createMemo(
    () => new Map(seated().map((booking) => [booking.session.id, booking.party_size])),
  )
}

/** One's own bookings to come; nothing while they are not known. */
export function useSeated() {
  // With something to begin with, nothing waits for it: a page that did would lose its focus.
  const coming = createAsync(readSeated, { initialValue: [] })
  return createMemo(() => coming.latest.filter((booking) => booking.booking_status === 'confirmed'))
}

async function readSeated(): Promise<MyBooking[]> {
  if (!(await me())) return []
  try {
    return (await myBookings('upcoming', 1)).items
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

function readMine(when: 'upcoming' | 'past', pages: number) {
  return readPages(pages, (page) => api.bookings.my.$get({ query: { when, ...page } }))
}

async function readWaiting() {
  const response = await api.waitlist.my.$get({ query: {} })
  return await response.json()
}
