import { createEffect, createSignal, on } from 'solid-js'
import type { MyBooking } from './mine'

/**
 * The offer that ended while somebody looked at it: it was there, its time has passed, and what
 * one has now is not it. What was answered is no lapse.
 */
export function createLapsed(mine: () => MyBooking | null, now: () => number) {
  const [lapsed, setLapsed] = createSignal<MyBooking | null>(null)
  createEffect(
    on(mine, (booking, before) => {
      if (booking) setLapsed(null)
      else if (before?.expires_at && Date.parse(before.expires_at) <= now()) setLapsed(before)
    }),
  )
  return lapsed
}

/** Where an offer goes when its time has passed, as far as its booking tells. */
export function goesTo({ expires_at, session }: MyBooking): 'gone' | 'open' | 'over' {
  if (expires_at !== null && expires_at >= session.start_time) return 'over'
  return session.waiting > 0 ? 'gone' : 'open'
}
