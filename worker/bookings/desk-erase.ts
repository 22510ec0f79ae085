import { changeBooking, notify } from './desk-changes'
import type { DeskStore } from './desk-store'
import { LIVE } from './seats'
import { words } from './words'

/** What stands where a person's name stood. */
const NOBODY = { name: 'Somebody', email: '' }

/**
 * Forgets a person. Seats to come are given back, notes and names overwritten on every row, ended
 * ones too; each change takes a rev, so that all copies learn it. Asking twice changes nothing more.
 */
export function eraseAtDesk(store: DeskStore, userId: number, now: number): { kind: 'erased' } {
  const session = store.findSession()
  const person = store.getPerson(userId)
  if (person) store.savePerson({ userId, ...NOBODY })
  for (const booking of store.listOfUser(userId)) {
    const coming = LIVE.some((state) => state === booking.state) && now < session.startTime
    const kept = booking.notes !== null || booking.names.length > 0 || booking.cancelReason !== null
    if (!coming && !kept) continue
    const changes = { notes: null, names: [], cancelReason: null }
    const ended = { ...changes, state: 'cancelled', cancelledBy: 'user' } as const
    const changed = changeBooking(
      store,
      booking,
      coming ? ended : { ...changes, state: booking.state },
      now,
    )
    if (coming && booking.state === 'confirmed') {
      notify(
        store,
        session,
        {
          rev: changed.rev,
          type: 'booking_cancelled',
          booking_id: booking.id,
          user: { id: userId, name: NOBODY.name },
          party_size: booking.partySize,
          message: words.cancelled(NOBODY.name, session.title, booking.partySize),
        },
        now,
      )
    }
  }
  return { kind: 'erased' }
}
