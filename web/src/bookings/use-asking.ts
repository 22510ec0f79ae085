import { revalidate } from '@solidjs/router'
import { createSignal, onCleanup } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import { comingSessions, nextSessions, session } from '../sessions/sessions'
import { me } from '../users/me'
import { type Asking, type AskingEvent, next, PATIENCE_MS } from './asking'
import { type Draft, dropDraft } from './draft'
import { myBookings } from './mine'
import { keepUnrecorded } from './unrecorded'

export type Booked = Awaited<ReturnType<typeof post>>

/** The machine of asking.ts, with the clock and the wire that it does not know. */
export function useAsking(sessionId: () => number) {
  const [asking, setAsking] = createSignal<Asking<Booked, Refusal>>({
    step: 'resting',
    key: crypto.randomUUID(),
  })
  const tell = (event: AskingEvent<Booked, Refusal>) => setAsking((now) => next(now, event))

  let timers: ReturnType<typeof setTimeout>[] = []
  const stopWaiting = () => timers.forEach(clearTimeout)
  const startWaiting = (key: string) => {
    stopWaiting()
    timers = Object.values(PATIENCE_MS).map((forMs) =>
      setTimeout(() => tell({ type: 'waited', key, forMs }), forMs),
    )
  }
  onCleanup(stopWaiting)

  const ask = async (draft: Draft) => {
    const { key, step } = asking()
    if (step === 'asking' || step === 'booked') return
    tell({ type: 'pressed' })
    startWaiting(key)
    const outcome = await outcomeOf(post(sessionId(), draft, key))
    // A later press may wait by now; its clock is not ours to stop.
    if (asking().key === key) stopWaiting()
    if ('booked' in outcome) {
      if (!outcome.booked.recorded) keepUnrecorded(outcome.booked.booking)
      dropDraft(sessionId())
      tell({ type: 'booked', key, booked: outcome.booked })
    } else if (outcome.refusal === null) {
      tell({ type: 'silence', key })
      return
    } else if (outcome.refusal.status === 401) {
      tell({ type: 'sign_in_needed' })
      // Whoever the page still names is signed out.
      await revalidate(me.key)
    } else {
      const freshKey = crypto.randomUUID()
      tell({ type: 'refused', key, refused: outcome.refusal, freshKey })
    }
    await revalidate([session.key, myBookings.key, comingSessions.key, nextSessions.key])
  }
  return { asking, tell, ask }
}

type Outcome = { booked: Booked } | { refusal: Refusal | null }

/** A refusal of null is silence: cut off, timed out, or an answer that says nothing of what became of it. */
async function outcomeOf(posted: Promise<Booked>): Promise<Outcome> {
  try {
    return { booked: await posted }
  } catch (error) {
    return { refusal: error instanceof Refusal && error.isDefinite ? error : null }
  }
}

async function post(sessionId: number, { party, note }: Draft, key: string) {
  const response = await api.bookings.$post({
    json: { session_id: sessionId, party_size: party, notes: note },
    header: { 'idempotency-key': key },
  })
  return await response.json()
}
