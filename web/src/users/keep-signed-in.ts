import { Refusal, refusalFrom, unreachable } from '../refusal'

/*
 * A browser's proof lives in cookies that no script can read, and lasts 15 minutes. What is
 * remembered here is only when it was last renewed and who it was for: enough to renew in time,
 * and to go on while the server cannot say.
 */

export type Remembered = { renewedAt: number; user: unknown }

export const REMEMBERED_KEY = 'signed-in'
/** A minute before the access cookie ends. */
const RENEW_AFTER_MS = 14 * 60_000

export function remember(user: unknown, now = Date.now()) {
  store(JSON.stringify({ renewedAt: now, user } satisfies Remembered))
}

export function forget() {
  store('nobody')
}

export function remembered(): Remembered | null {
  const text = load()
  if (!text || text === 'nobody') return null
  try {
    return JSON.parse(text) as Remembered
  } catch {
    return null
  }
}

/** Renews a proof that is about to end, before a request would silently count as nobody's. */
export async function renewInTime(now = Date.now()): Promise<void> {
  const last = remembered()
  if (last && now - last.renewedAt > RENEW_AFTER_MS) await renew(last.renewedAt)
}

let underway: Promise<boolean> | null = null

/**
 * True when the sign-in goes on, false when it has ended. Throws when nobody could say: that is
 * no sign-out. One flight for all callers of this tab, and one tab at a time.
 */
export function renew(seenRenewedAt = remembered()?.renewedAt ?? 0): Promise<boolean> {
  if (load() === 'nobody') return Promise.resolve(false)
  underway ??= oneTabAtATime(() => renewOnce(seenRenewedAt)).finally(() => {
    underway = null
  })
  return underway
}

async function renewOnce(seenRenewedAt: number): Promise<boolean> {
  const last = remembered()
  // Another tab was faster while this one waited for its turn.
  if (last && last.renewedAt > seenRenewedAt) return true
  const response = await fetch('/api/auth/refresh', { method: 'POST' }).catch(unreachable)
  if (response.ok) {
    const body = (await response.json()) as { user: unknown }
    remember(last?.user ?? body.user)
    return true
  }
  if (response.status === 401) {
    forget()
    return false
  }
  const refusal = await refusalFrom(response)
  throw new Refusal({ ...refusal, code: 'unavailable', message: refusal.message })
}

function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('renew-sign-in', work) : work()
}

// Storage may be forbidden (private windows, policies): then every page simply asks again.
function load(): string | null {
  try {
    return localStorage.getItem(REMEMBERED_KEY)
  } catch {
    return null
  }
}

function store(text: string) {
  try {
    localStorage.setItem(REMEMBERED_KEY, text)
  } catch {}
}
