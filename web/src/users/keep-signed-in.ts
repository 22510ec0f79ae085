import { forgetDoorsBut } from '../door/forget'
import { wipeAllBut } from '../offline/kept-answers'
import { Refusal, refusalFrom, unreachable } from '../refusal'

/*
 * A browser's proof lives in cookies that no script can read, and lasts 15 minutes. What is
 * remembered here is only when it was last renewed and who it was for: enough to renew in time,
 * and to go on while the server cannot say.
 */

export type Remembered = { renewedAt: number; user: unknown }

export const REMEMBERED_KEY = 'signed-in'
const NOBODY = 'nobody'
/** Somebody went away to sign in and may come back as anybody. */
const UNKNOWN = 'unknown'
/** A minute before the access cookie ends. */
const RENEW_AFTER_MS = 14 * 60_000

export type Surroundings = {
  shelf: Pick<Storage, 'getItem' | 'setItem'>
  now: () => number
  renew: () => Promise<Response>
  /** Does the work while no other tab does. */
  alone: <T>(work: () => Promise<T>) => Promise<T>
  /** Told who it is, whenever that is learned, for what belongs to others must go. */
  personIs: (id: number | null) => void
}

export function keepSignedIn({ shelf, now, renew: ask, alone, personIs }: Surroundings) {
  let underway: Promise<boolean> | null = null

  const remember = (user: unknown, renewedAt = now()) => {
    put(shelf, JSON.stringify({ renewedAt, user } satisfies Remembered))
    personIs(idOf(user))
  }
  const forget = () => {
    put(shelf, NOBODY)
    personIs(null)
  }
  const expectSomebody = () => {
    if (!remembered()) put(shelf, UNKNOWN)
  }
  const remembered = () => rememberedIn(take(shelf))
  const personId = () => idOf(remembered()?.user)
  /** False for who never signed in here, or signed out: then no server needs to be asked. */
  const mayBeSomebody = () => ![null, NOBODY].includes(take(shelf))

  const renewOnce = async (seenRenewedAt: number): Promise<boolean> => {
    const last = remembered()
    // Another tab was faster while this one waited for its turn.
    if (last && last.renewedAt > seenRenewedAt) return true
    const response = await ask().catch(unreachable)
    if (response.ok) {
      const { user } = (await response.json()) as { user: unknown }
      remember(last?.user ?? user)
      return true
    }
    if (response.status !== 401) throw await refusalFrom(response)
    forget()
    return false
  }

  /**
   * True when the sign-in goes on, false when it has ended. Throws when nobody could say: that is
   * no sign-out. One flight for all callers of this tab, and one tab at a time.
   */
  const renew = (): Promise<boolean> => {
    if (!mayBeSomebody()) return Promise.resolve(false)
    const seenRenewedAt = remembered()?.renewedAt ?? 0
    underway ??= alone(() => renewOnce(seenRenewedAt)).finally(() => {
      underway = null
    })
    return underway
  }

  /** Renews a proof that is about to end, before a request would silently count as nobody's. */
  const renewInTime = async (): Promise<void> => {
    const last = remembered()
    if (!last || now() - last.renewedAt <= RENEW_AFTER_MS) return
    // What can be answered without a proof shall be; what needs one will say so itself.
    await renew().catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
  }

  return {
    ...{ remember, forget, expectSomebody },
    ...{ remembered, personId, mayBeSomebody },
    ...{ renew, renewInTime },
  }
}

export const signIn = keepSignedIn({
  shelf: {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
  },
  now: Date.now,
  renew: () => fetch('/api/auth/refresh', { method: 'POST' }),
  alone: (work) => ('locks' in navigator ? navigator.locks.request('renew-sign-in', work) : work()),
  personIs(id) {
    void wipeAllBut(id).catch(() => {})
    void forgetDoorsBut(id).catch(() => {})
  },
})

function idOf(user: unknown): number | null {
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : null
  return typeof id === 'number' ? id : null
}

function rememberedIn(text: string | null): Remembered | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Remembered) : null
  } catch {
    return null
  }
}

// Storage may be forbidden (private windows, policies): then the server is simply asked again.
function take(shelf: Surroundings['shelf']): string | null {
  try {
    return shelf.getItem(REMEMBERED_KEY)
  } catch {
    return UNKNOWN
  }
}

function put(shelf: Surroundings['shelf'], text: string) {
  try {
    shelf.setItem(REMEMBERED_KEY, text)
  } catch {}
}
