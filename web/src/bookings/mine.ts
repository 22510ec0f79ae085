import { createAsync, query } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { api } from '../api'
import { readPages } from '../next-page'
import { Refusal } from '../refusal'
import { me } from '../users/me'
import { withUnrecorded } from './unrecorded'

export type MyBooking = Awaited<ReturnType<typeof readMine>>['items'][number]

/** The first `pages` pages of one's own bookings, what was just booked or cancelled among them. */
export const myBookings = query(async (when: 'upcoming' | 'past', pages: number) => {
  const list = await readMine(when, pages)
  return when === 'upcoming' ? { ...list, items: withUnrecorded(list.items) } : list
}, 'my-bookings')

/** Seats one has in what is to come, by session; for lists, which must not wait for it. */
export function useYourSeats() {
  const coming = createAsync(async () => {
    if (!(await me())) return []
    try {
      return (await myBookings('upcoming', 1)).items
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
  return createMemo(() => {
    const seated = (coming.latest ?? []).filter((booking) => booking.booking_status === 'confirmed')
    return new Map(seated.map((booking) => [booking.session.id, booking.party_size]))
  })
}

function readMine(when: 'upcoming' | 'past', pages: number) {
  return readPages(pages, (page) => api.bookings.my.$get({ query: { when, ...page } }))
}
