/*
 * What a session's desk should do, said as simply as it can be: arrays, loops, no storage, no
 * outbox, nobody else's code. It shares with the desk only the words for states and refusals.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export type Row = {
  n: number
  user: number
  party: number
  state: string
  late: boolean
  expires: number | null
  checkedIn: number | null
  createdAt: number
  /** When its user went off the list by themselves. */
  leftAt: number | null
  /** The facilitator added them, and they had not waited. */
  added: boolean
  key: string | null
}

export type Model = {
  now: number
  status: 'active' | 'cancelled'
  capacity: number
  strict: boolean
  start: number
  end: number
  closesHours: number
  freeHours: number
  promotionHours: number
  movedAt: number | null
  movedFreeUntil: number | null
  rows: Row[]
  /** Whether the start was lived through, and when it must be looked who stayed away. */
  hasBegun: boolean
  looksAt: number | null
  /** How many of each notice the facilitator must have got. */
  notices: Record<string, number>
}

/** `ok`, or the code of the refusal. */
export type Outcome = string

const TAKES = ['held', 'confirmed', 'attended', 'no_show', 'offered']
const SEATED = ['confirmed', 'attended', 'no_show']
const LIVE = [...TAKES, 'waitlisted']

export const taken = (m: Model) =>
  m.rows.filter((r) => TAKES.includes(r.state)).reduce((sum, r) => sum + r.party, 0)
const waiting = (m: Model) => m.rows.filter((r) => r.state === 'waitlisted')
const promoting = (m: Model, at: number) =>
  m.status === 'active' && at < m.start - m.promotionHours * HOUR
export const available = (m: Model) =>
  m.strict && waiting(m).length > 0 && promoting(m, m.now) ? 0 : Math.max(0, m.capacity - taken(m))
const live = (m: Model, user: number) =>
  m.rows.find((r) => r.user === user && LIVE.includes(r.state))

function tell(m: Model, type: string) {
  m.notices[type] = (m.notices[type] ?? 0) + 1
}

export function settle(m: Model): void {
  for (;;) {
    const times = m.rows.flatMap((r) => (r.state === 'offered' ? [r.expires ?? 0] : []))
    if (m.status === 'active' && !m.hasBegun) times.push(m.start)
    if (m.status === 'active' && m.looksAt !== null) times.push(m.looksAt)
    const due = Math.min(...times)
    if (!(due <= m.now)) break
    for (const r of m.rows) {
      if (r.state === 'offered' && (r.expires ?? 0) <= due) r.state = 'expired'
    }
    if (m.status === 'active' && !m.hasBegun && m.start <= due) {
      m.hasBegun = true
      for (const r of waiting(m)) r.state = 'left'
    }
    if (m.status === 'active' && m.looksAt !== null && m.looksAt <= due) {
      m.looksAt = null
      if (m.rows.some((r) => r.state === 'attended')) {
        for (const r of m.rows) if (r.state === 'confirmed') r.state = 'no_show'
      }
    }
    offerOn(m, due)
  }
  if (m.status === 'active') {
    for (const r of waiting(m)) if (r.party > m.capacity) r.state = 'left'
  }
  offerOn(m, m.now)
}

function offerOn(m: Model, since: number): void {
  if (!promoting(m, since) || m.now >= m.start) return
  for (const r of waiting(m)) {
    const free = m.capacity - taken(m)
    if (r.party <= free) {
      r.state = 'offered'
      const box = Math.max(5 * MINUTE, (m.start - m.now) / 4)
      r.expires = Math.min(m.start, m.now + Math.floor(Math.min(2 * HOUR, box)))
    } else if (m.strict) return
  }
}

function newRow(m: Model, user: number, party: number, key: string | null): Row {
  const row = {
    ...{ n: m.rows.length + 1, user, party, key, createdAt: m.now },
    ...{ state: 'waitlisted', late: false, expires: null, checkedIn: null },
    ...{ leftAt: null, added: false },
  }
  m.rows.push(row)
  return row
}

function seat(m: Model, user: number, party: number, key: string | null): Row {
  const row = live(m, user) ?? newRow(m, user, party, key)
  Object.assign(row, { state: 'confirmed', party, key, expires: null })
  tell(m, 'new_booking')
  return row
}

function refuseSeats(m: Model, user: number, party: number, isOver: boolean, isClosed: boolean) {
  if (m.status === 'cancelled') return 'session_cancelled'
  const mine = live(m, user)
  if (mine?.state === 'offered' && mine.party !== party) return 'offer_waiting'
  if (mine && mine.state !== 'offered' && mine.state !== 'waitlisted') return 'already_booked'
  if (isOver) return 'session_over'
  if (mine?.state === 'offered') return null
  if (isClosed) return 'booking_closed'
  if (available(m) >= party) return null
  return available(m) === 0 ? 'session_full' : 'not_enough_seats'
}

export function book(m: Model, user: number, party: number, key: string): Outcome {
  const known = m.rows.find((r) => r.user === user && r.key === key)
  if (known) return 'ok'
  const isClosed = m.now >= m.start - m.closesHours * HOUR
  const refusal = refuseSeats(m, user, party, m.now >= m.start, isClosed)
  if (refusal) return refusal
  seat(m, user, party, key)
  return 'ok'
}

export function walkIn(m: Model, user: number, party: number, checkIn: boolean): Outcome {
  const refusal = refuseSeats(m, user, party, m.now >= m.end, false)
  if (refusal) return refusal
  if (checkIn && m.now < m.start - 12 * HOUR) return 'too_early'
  const added = !live(m, user)
  const row = seat(m, user, party, null)
  Object.assign(row, { added })
  if (checkIn) Object.assign(row, { state: 'attended', checkedIn: m.now })
  return 'ok'
}

export function join(m: Model, user: number, party: number, oldPlace: boolean): Outcome {
  const mine = live(m, user)
  if (mine?.state === 'waitlisted' && mine.party === party) return 'ok'
  if (m.status === 'cancelled') return 'session_cancelled'
  if (mine?.state === 'waitlisted') return 'already_waiting'
  if (mine?.state === 'offered') return 'offer_waiting'
  if (mine) return 'already_booked'
  if (m.now >= m.start) return 'session_over'
  if (!promoting(m, m.now)) return 'list_closed'
  if (party > m.capacity) return 'party_too_large'
  if (available(m) >= party) return 'seats_free'
  // Whoever left a moment ago may have their place again, for no more seats than before.
  const left = m.rows
    .filter((r) => r.user === user && r.state === 'left' && r.leftAt !== null)
    .toSorted((a, b) => (a.leftAt ?? 0) - (b.leftAt ?? 0))
    .at(-1)
  if (oldPlace && left && m.now < (left.leftAt ?? 0) + 2 * MINUTE && party <= left.party) {
    Object.assign(left, { state: 'waitlisted', party, leftAt: null })
  } else newRow(m, user, party, null)
  tell(m, 'waitlist_joined')
  return 'ok'
}

const own = (m: Model, n: number, user: number) => m.rows.find((r) => r.n === n && r.user === user)

export function accept(m: Model, n: number, user: number): Outcome {
  const row = own(m, n, user)
  if (!row) return 'not_found'
  if (SEATED.includes(row.state)) return 'ok'
  if (row.state === 'waitlisted') return 'no_offer'
  if (row.state !== 'offered') {
    return m.status === 'cancelled' ? 'session_cancelled' : 'offer_ended'
  }
  Object.assign(row, { state: 'confirmed', expires: null })
  tell(m, 'new_booking')
  return 'ok'
}

export function decline(m: Model, n: number, user: number): Outcome {
  const row = own(m, n, user)
  if (!row) return 'not_found'
  if (SEATED.includes(row.state)) return 'already_booked'
  if (row.state === 'waitlisted') return 'no_offer'
  if (row.state === 'offered') goOff(m, row, 'declined')
  return 'ok'
}

export function leave(m: Model, n: number, user: number): Outcome {
  const row = own(m, n, user)
  if (!row) return 'not_found'
  if (SEATED.includes(row.state)) return 'already_booked'
  if (row.state === 'offered') goOff(m, row, 'declined')
  if (row.state === 'waitlisted') {
    row.leftAt = m.now
    goOff(m, row, 'left')
  }
  return 'ok'
}

function goOff(m: Model, row: Row, state: string): void {
  row.state = state
  tell(m, 'waitlist_left')
}

/** Only what was a seat is cancelled. */
function endOf(row: Row, byOthers: boolean): string {
  if (row.state === 'waitlisted') return 'left'
  if (row.state === 'offered') return byOthers ? 'expired' : 'declined'
  return 'cancelled'
}

const ENDED = ['expired', 'declined', 'left']

function isLate(m: Model, row: Row): boolean {
  const usual = m.start - m.freeHours * HOUR
  const moved = m.movedAt !== null && row.createdAt <= m.movedAt
  return m.now > (moved ? Math.min(m.start, Math.max(usual, m.movedFreeUntil ?? 0)) : usual)
}

export function cancel(m: Model, n: number, user: number | 'facilitator'): Outcome {
  const row = m.rows.find((r) => r.n === n && (user === 'facilitator' || r.user === user))
  if (!row) return 'not_found'
  // Whatever has ended is given back already.
  if (row.state === 'cancelled' || ENDED.includes(row.state)) return 'ok'
  const isUndone =
    user === 'facilitator' &&
    row.added &&
    ['confirmed', 'attended'].includes(row.state) &&
    m.now < Math.min(m.end, row.createdAt + 2 * MINUTE)
  if (isUndone) Object.assign(row, { state: 'confirmed', checkedIn: null })
  else if (['attended', 'no_show'].includes(row.state) || m.now >= m.start) return 'session_over'
  if (row.state === 'confirmed') {
    row.late ||= user !== 'facilitator' && isLate(m, row)
    row.state = 'cancelled'
    tell(m, 'booking_cancelled')
  } else {
    if (user !== 'facilitator') row.leftAt = m.now
    goOff(m, row, endOf(row, user === 'facilitator'))
  }
  return 'ok'
}

export function reduce(m: Model, n: number, user: number, party: number): Outcome {
  const row = own(m, n, user)
  if (!row) return 'not_found'
  if (row.state === 'cancelled' || ENDED.includes(row.state)) return 'booking_ended'
  if (['attended', 'no_show'].includes(row.state) || m.now >= m.start) return 'session_over'
  if (party === row.party) return 'ok'
  if (party > row.party) return 'party_grows'
  row.party = party
  if (row.state === 'confirmed') {
    row.late ||= isLate(m, row)
    tell(m, 'booking_reduced')
  }
  return 'ok'
}

export function checkIn(m: Model, n: number, at: number | null): Outcome {
  const row = m.rows.find((r) => r.n === n)
  if (!row) return 'not_found'
  if (row.state === 'attended') return 'ok'
  if (['waitlisted', 'offered'].includes(row.state)) return 'not_booked'
  if (!SEATED.includes(row.state)) return 'booking_ended'
  if (m.now < m.start - 12 * HOUR) return 'too_early'
  row.state = 'attended'
  row.checkedIn = Math.max(m.start - 12 * HOUR, Math.min(at ?? m.now, m.now))
  if (m.now >= m.end && row.checkedIn < m.end) m.looksAt = m.end
  return 'ok'
}

export function undo(m: Model, n: number): Outcome {
  const row = m.rows.find((r) => r.n === n)
  if (!row) return 'not_found'
  if (row.state === 'confirmed' || row.state === 'no_show') return 'ok'
  if (row.state !== 'attended') return 'not_checked_in'
  if (m.status === 'cancelled') return 'session_cancelled'
  Object.assign(row, { state: 'confirmed', checkedIn: null })
  if (m.now >= m.end) m.looksAt = m.end
  return 'ok'
}

export function amend(m: Model, changes: Partial<Model>): Outcome {
  if (m.status === 'cancelled') return 'session_cancelled'
  const next = { ...m, ...changes }
  if (next.start !== m.start && next.start <= m.now) return 'invalid'
  const isMoved = next.start !== m.start || next.end !== m.end
  const isTimedAnew = isMoved || next.promotionHours !== m.promotionHours
  const fields = Object.keys(changes) as (keyof Model)[]
  if (fields.every((field) => m[field] === next[field])) return 'ok'
  Object.assign(m, changes)
  for (const r of m.rows) {
    if (r.state === 'offered') r.expires = Math.min(r.expires ?? 0, m.start)
  }
  if (isMoved) {
    m.movedAt = m.now
    m.movedFreeUntil = Math.min(m.start, m.now + 7 * 24 * HOUR)
  }
  if (isTimedAnew) {
    m.hasBegun = false
    m.looksAt = m.end
  }
  return 'ok'
}

export function cancelSession(m: Model): Outcome {
  if (m.status === 'cancelled') return 'ok'
  if (m.end <= m.now) return 'session_over'
  m.status = 'cancelled'
  for (const r of m.rows) {
    if (['confirmed', 'offered', 'waitlisted'].includes(r.state)) r.state = endOf(r, true)
  }
  tell(m, 'session_cancelled')
  return 'ok'
}

/** Forgets somebody: what is to come is given back. */
export function erase(m: Model, user: number): Outcome {
  const row = live(m, user)
  // Whoever is in already stays in.
  if (!row || m.now >= m.start || row.state === 'attended') return 'ok'
  if (row.state === 'confirmed') tell(m, 'booking_cancelled')
  row.leftAt = m.now
  row.state = endOf(row, false)
  return 'ok'
}
