/*
 * What the booking form is doing, as a pure machine. A press is asked with the key of the form;
 * the key stays while nobody can say what became of it, so pressing again is the same booking, and
 * any definite answer ends it, so the next press is a new question. Nothing here is optimistic.
 */

export type Patience = 'quiet' | 'asking' | 'still'

export type Asking<Booked, Refused> =
  | { step: 'resting'; key: string }
  /** `isAgain`: it was asked before with this key, and nobody knows what became of that. */
  | { step: 'asking'; key: string; patience: Patience; isAgain: boolean }
  /** Never sent. */
  | { step: 'offline'; key: string }
  /** Silence, or an answer that says nothing: the same key may be pressed again. */
  | { step: 'unknown'; key: string }
  /** Nobody is signed in, or no longer: nothing was decided, the form waits. */
  | { step: 'signing_in'; key: string }
  | { step: 'refused'; key: string; refused: Refused }
  | { step: 'booked'; key: string; booked: Booked }

export type AskingEvent<Booked, Refused> =
  | { type: 'pressed' }
  | { type: 'waited'; key: string; forMs: number }
  | { type: 'booked'; key: string; booked: Booked }
  | { type: 'refused'; key: string; refused: Refused; freshKey: string }
  | { type: 'silence'; key: string }
  /** There was no network to send it by. */
  | { type: 'unsent'; key: string }
  | { type: 'sign_in_needed' }
  | { type: 'signed_in' }
  /** Something was changed after a refusal. */
  | { type: 'edited' }
  /** What was given is given back, or was only a place on the list: it may be asked anew. */
  | { type: 'anew'; freshKey: string }

/** When to say more to somebody who waits. */
export const PATIENCE_MS = { asking: 400, still: 4_000, unknown: 10_000 } as const

export function next<Booked, Refused>(
  now: Asking<Booked, Refused>,
  event: AskingEvent<Booked, Refused>,
): Asking<Booked, Refused> {
  // What was asked with an older key is settled; its late answer must not overwrite anything.
  if ('key' in event && event.key !== now.key) return now
  if (now.step === 'booked') {
    return event.type === 'anew' ? { step: 'resting', key: event.freshKey } : now
  }
  const { key } = now
  switch (event.type) {
    case 'pressed':
      return now.step === 'asking'
        ? now
        : { step: 'asking', key, patience: 'quiet', isAgain: now.step === 'unknown' }
    case 'waited':
      return now.step === 'asking' ? waited(now, event.forMs) : now
    case 'booked':
      return { step: 'booked', key, booked: event.booked }
    case 'refused':
      return { step: 'refused', key: event.freshKey, refused: event.refused }
    case 'silence':
      return { step: 'unknown', key }
    case 'unsent':
      // What was sent before with the same key may still have arrived.
      return now.step === 'asking' && !now.isAgain
        ? { step: 'offline', key }
        : { step: 'unknown', key }
    case 'sign_in_needed':
      return { step: 'signing_in', key }
    case 'signed_in':
      return now.step === 'signing_in' ? { step: 'resting', key } : now
    case 'edited':
      return now.step === 'refused' || now.step === 'offline' ? { step: 'resting', key } : now
    case 'anew':
      return now
  }
}

/** While an answer is out, what was asked must stay as it was: the key belongs to exactly that. */
export function isFixed(now: { step: Asking<unknown, unknown>['step'] }): boolean {
  return now.step === 'asking' || now.step === 'unknown'
}

function waited<Booked, Refused>(
  now: Extract<Asking<Booked, Refused>, { step: 'asking' }>,
  forMs: number,
): Asking<Booked, Refused> {
  if (forMs >= PATIENCE_MS.unknown) return { step: 'unknown', key: now.key }
  if (forMs >= PATIENCE_MS.still) return { ...now, patience: 'still' }
  return forMs >= PATIENCE_MS.asking ? { ...now, patience: 'asking' } : now
}
