import type { BookingState } from '../booking'
import { endOf, isOnTheList } from '../seats'
import { SOMEBODY, words } from '../words'
import { cancelSessionAtDesk } from './amend'
import { changeBooking, notifyOf } from './changes'
import { note } from './decisions'
import { renameFacilitator } from './rename'
import type { DeskStore } from './store'

/**
 * Forgets a person, also where they give the session: one that is still to come ends, with whoever
 * booked it a moment ago. Seats to come are given back, notes and names overwritten on every row,
 * ended ones too; each change takes a rev, so that all copies learn it. Asking twice changes nothing
 * more.
 */
export function eraseAtDesk(store: DeskStore, userId: number, now: number): { kind: 'erased' } {
  const session = store.findSession()
  const person = store.getPerson(userId)
  if (person) store.savePerson({ userId, name: SOMEBODY, email: '' })
  if (session.facilitatorUserId === userId) {
    renameFacilitator(store, SOMEBODY)
    const { facilitatorId, status, endTime } = session
    const isToCome = status === 'active' && endTime > now
    if (isToCome) cancelSessionAtDesk(store, { facilitatorId, reason: null }, now)
  }
  for (const booking of store.listOfUser(userId)) {
    const coming = COMING.includes(booking.state) && now < session.startTime
    const { notes, names, cancelReason, called } = booking
    const kept = names.length > 0 || [notes, cancelReason, called].some((said) => said !== null)
    if (!coming && !kept) continue
    const changes = { notes: null, names: [], cancelReason: null, called: null }
    const ended = { ...changes, state: endOf(booking.state, 'user'), cancelledBy: 'user' } as const
    const changed = changeBooking(
      store,
      booking,
      coming ? ended : { ...changes, state: booking.state },
      now,
    )
    if (coming && isOnTheList(booking.state)) {
      note(store, 'left', changed, now)
    }
    if (coming && booking.state === 'confirmed') {
      notifyOf(store, 'booking_cancelled', changed, words.cancelled, now)
    }
  }
  return { kind: 'erased' }
}

/** What can still be given back; who has come in before the start stays in. */
const COMING: readonly BookingState[] = ['held', 'confirmed', 'offered', 'waitlisted']
