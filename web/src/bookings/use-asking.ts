import { revalidate } from '@solidjs/router'
import { createSignal, onCleanup } from 'solid-js'
import { Refusal } from '../refusal'
import { comingSessions, nextSessions, session } from '../sessions/sessions'
import { me } from '../users/me'
import { type Asking, type AskingEvent, next, PATIENCE_MS } from './asking'
import { type MyBooking, myBookings, myWaiting } from './mine'
import { keepUnrecorded } from './unrecorded'

export type Answered = { message: string; booking: MyBooking; recorded: boolean }

/**
 * The machine of asking.ts, with the clock and the wire that it does not know. `post` asks the
 * desk, and `onAnswer` hears a yes before anything on the page is read again.
 */
export function useAsking<Asked>(
  post: (asked: Asked, key: string) => Promise<Answered>,
  onAnswer: (answered: Answered) => void = () => {},
) {
  const [asking, setAsking] = createSignal<Asking<Answered, Refusal>>({
    step: 'resting',
    key: crypto.randomUUID(),
  })
  const tell = (event: AskingEvent<Answered, Refusal>) => setAsking((now) => next(now, event))

  let timers: ReturnType<typeof setTimeout>[] = []
  const stopWaiting = () => timers.forEach(clearTimeout)
  const startWaiting = (key: string) => {
    stopWaiting()
    timers = Object.values(PATIENCE_MS).map((forMs) =>
      setTimeout(() => tell({ type: 'waited', key, forMs }), forMs),
    )
  }
  onCleanup(stopWaiting)

  const ask = async (asked: Asked) => {
    const { key, step } = asking()
    if (step === 'asking' || step === 'booked') return
    tell({ type: 'pressed' })
    startWaiting(key)
    const outcome = await outcomeOf(() => post(asked, key))
    // A later press may wait by now; its clock is not ours to stop.
    if (asking().key === key) stopWaiting()
    if ('answered' in outcome) {
      if (!outcome.answered.recorded) keepUnrecorded(outcome.answered.booking)
      onAnswer(outcome.answered)
      tell({ type: 'booked', key, booked: outcome.answered })
    } else if (outcome.refusal === null) {
      tell({ type: outcome.isUnsent ? 'unsent' : 'silence', key })
      return
    } else if (outcome.refusal.status === 401) {
      tell({ type: 'sign_in_needed' })
      // Whoever the page still names is signed out.
      await revalidate(me.key)
    } else {
      const freshKey = crypto.randomUUID()
      tell({ type: 'refused', key, refused: outcome.refusal, freshKey })
    }
    await rereadSeats()
  }
  return { asking, tell, ask }
}

/** After any answer about a seat of one's own: whatever on the page counts seats or lists them. */
export function rereadSeats() {
  return revalidate([
    session.key,
    myBookings.key,
    myWaiting.key,
    comingSessions.key,
    nextSessions.key,
  ])
}

type Outcome = { answered: Answered } | { refusal: Refusal | null; isUnsent: boolean }

/** A refusal of null is silence: cut off, timed out, or an answer that says nothing of what became of it. */
async function outcomeOf(post: () => Promise<Answered>): Promise<Outcome> {
  const isOffline = !navigator.onLine
  try {
    return { answered: await post() }
  } catch (error) {
    if (error instanceof Refusal && error.isDefinite) return { refusal: error, isUnsent: false }
    // Without a network from the first moment nothing can have left this machine.
    const isUnsent = isOffline && error instanceof Refusal && error.status === 0
    return { refusal: null, isUnsent }
  }
}
