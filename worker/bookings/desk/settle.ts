import { isPromoting, offerEndsAt, takeTurns } from '../waiting-list'
import { changeBooking, retellSession, write } from './changes'
import { note, noteOnce } from './decisions'
import { remind } from './reminders'
import type { DeskStore, TimerKind } from './store'

/**
 * What time and freed seats alone bring about: holds and offers end, the list closes, reminders go
 * out, and what is free is offered to whoever waits longest. Every command begins and ends with
 * it, the alarm is nothing but it, and nobody is promoted anywhere else. What fell due while nobody
 * looked happens in its order, so a late alarm sells nothing, loses nothing and passes over nobody,
 * and a doubled one changes nothing.
 */
export function settle(store: DeskStore, now: number, offerMs: number): void {
  let last = Number.NEGATIVE_INFINITY
  for (let due = store.nextDueAt(); due !== null && due <= now; due = store.nextDueAt()) {
    // Nothing that is due may stay so: better a command that is undone than one without an end.
    if (due <= last) throw new Error(`what was due at ${due} is due still`)
    last = due
    endHoldsAndOffers(store, due, now)
    for (const kind of store.listDueTimers(due)) {
      store.dropTimer(kind)
      RUN_OUT[kind](store, now)
    }
    promote(store, due, now, offerMs)
  }
  endOutgrownParties(store, now)
  promote(store, now, now, offerMs)
}

const RUN_OUT: Record<TimerKind, (store: DeskStore, now: number) => void> = {
  reminder_24h: (store, now) => remind(store, 'reminder_24h', now),
  reminder_1h: (store, now) => remind(store, 'reminder_1h', now),
  promotion_closes: closeList,
  starts: endList,
  ends: markNoShows,
}

function endHoldsAndOffers(store: DeskStore, due: number, now: number): void {
  for (const booking of store.listDue(due)) {
    const expired = changeBooking(store, booking, { state: 'expired' }, now)
    if (booking.state !== 'offered') continue
    note(store, 'lapsed', booking, now)
    write(store, 'offer_ended', expired, 'visitor', now)
  }
}

/** From now on free seats are open to all, also where the list came first. */
function closeList(store: DeskStore, now: number): void {
  if (store.listWaiting().length === 0) return
  note(store, 'closed', null, now)
  // What can be booked directly may have changed with no booking changing.
  retellSession(store)
}

/** Who still waits when it starts has no seat. */
function endList(store: DeskStore, now: number): void {
  for (const booking of store.listWaiting()) {
    const left = changeBooking(store, booking, { state: 'left', cancelledBy: 'session' }, now)
    note(store, 'list_ended', booking, now)
    write(store, 'waitlist_ended', left, 'visitor', now)
  }
}

/** Where nobody was checked in the door was not kept, and nobody is said to have stayed away. */
function markNoShows(store: DeskStore, now: number): void {
  if (!store.hasAttended()) return
  for (const booking of store.listConfirmed()) {
    changeBooking(store, booking, { state: 'no_show' }, now)
  }
}

/** A party for which there is no longer room even in an empty session. */
function endOutgrownParties(store: DeskStore, now: number): void {
  const { capacity, status } = store.findSession()
  if (status !== 'active') return
  for (const booking of store.listWaitingAbove(capacity)) {
    const left = changeBooking(store, booking, { state: 'left', cancelledBy: 'session' }, now)
    note(store, 'outgrown', booking, now)
    write(store, 'waitlist_ended', left, 'visitor', now)
  }
}

/**
 * The only place where somebody who waits is offered a seat. It was free from `freeSince`, and by
 * then it is judged whether the list was open; the offer runs from when it can be told.
 */
function promote(store: DeskStore, freeSince: number, now: number, offerMs: number): void {
  const session = store.findSession()
  if (!isPromoting(session, freeSince) || now >= session.startTime) return
  const free = session.capacity - store.seats(session, now).taken
  if (free <= 0) return
  for (const turn of takeTurns(session.waitlistPolicy, free, store.listWaiting())) {
    if (!turn.isOffered) {
      const kind = session.waitlistPolicy === 'strict' ? 'held_up' : 'passed_over'
      noteOnce(store, kind, turn.waiter, now, turn.free)
      continue
    }
    const offered = changeBooking(
      store,
      turn.waiter,
      {
        state: 'offered',
        expiresAt: offerEndsAt(session.startTime, now, offerMs),
        // What is offered is offered at today's price, and stays at it until they answer.
        priceMinor: session.priceMinor,
        currency: session.currency,
      },
      now,
    )
    note(store, 'offered', offered, now, turn.free)
    write(store, 'seat_offered', offered, 'visitor', now)
  }
}
