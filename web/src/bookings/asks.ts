import { api } from '../api'
import type { Draft } from './draft'

/* What is asked of a desk about a seat of one's own, as the wire has it. */

/** The key makes a second press the same booking. */
export async function postBooking(sessionId: number, draft: Draft, key: string) {
  const response = await api.bookings.$post({
    json: { session_id: sessionId, ...partyOf(draft) },
    header: { 'idempotency-key': key },
  })
  return await response.json()
}

/** Whoever is on the list already stays where they are; `old_place` undoes leaving it a moment ago. */
export async function postJoin(sessionId: number, draft: Draft, { old_place = false } = {}) {
  const param = { id: String(sessionId) }
  const json = { ...partyOf(draft), old_place }
  const response = await api.sessions[':id'].waitlist.$post({ param, json })
  return await response.json()
}

/** By the token of a letter's link, or as who is signed in. */
export async function postAccept(bookingId: number, token?: string) {
  const param = { id: String(bookingId) }
  const response = await api.bookings[':id'].accept.$post({ param, json: { token } })
  return await response.json()
}

export async function postDecline(bookingId: number, token?: string) {
  const param = { id: String(bookingId) }
  const response = await api.bookings[':id'].decline.$post({ param, json: { token } })
  return await response.json()
}

export async function postLeave(bookingId: number) {
  const response = await api.bookings[':id'].leave.$post({ param: { id: String(bookingId) } })
  return await response.json()
}

export async function postReduce(bookingId: number, partySize: number) {
  const param = { id: String(bookingId) }
  const response = await api.bookings[':id'].reduce.$post({
    param,
    json: { party_size: partySize },
  })
  return await response.json()
}

export async function postCancel(bookingId: number) {
  const param = { id: String(bookingId) }
  const response = await api.bookings[':id'].cancel.$post({ param, json: {} })
  return await response.json()
}

function partyOf({ party, names, note }: Draft) {
  const along = names.slice(0, party - 1).map((name) => name.trim())
  return { party_size: party, names: along.filter((name) => name !== ''), notes: note }
}
