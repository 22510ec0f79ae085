import { revalidate } from '@solidjs/router'
import { api } from '../api'
import type { DeskSession } from '../desk/queries'
import { readPages } from '../next-page'
import { Refusal } from '../refusal'
import { me } from '../users/me'
import type { Guest } from './guest'
import type { Move, Told } from './moves'
import type { TicketKey } from './ticket'
import type { OtherSession } from './verdict'

/** The most a desk holds in one room, in pages of a hundred. */
const PAGES_MOST = 100
/** Longer than any answer takes: before that the desk's own clock says when it was. */
const WAITED_MS = 10_000

/** All that the door needs, so that it opens without a line. */
export type DoorList = {
  session: Pick<
    DeskSession,
    'id' | 'title' | 'session_type' | 'status' | 'start_time' | 'end_time' | 'time_zone'
  >
  guests: Guest[]
  others: OtherSession[]
  keys: TicketKey[]
  /** Epoch ms, by this phone's clock. */
  readAt: number
}

export async function readDoorList(sessionId: number): Promise<DoorList> {
  const param = { id: String(sessionId) }
  const [session, list, key, coming, past] = await Promise.all([
    api.facilitator.sessions[':id'].$get({ param }).then((answer) => answer.json()),
    readPages(PAGES_MOST, (query) =>
      api.facilitator.sessions[':id'].bookings.$get({ param, query }),
    ),
    api.facilitator['ticket-key'].$get().then((answer) => answer.json()),
    api.facilitator.sessions.$get({ query: { show: 'coming' } }).then((answer) => answer.json()),
    api.facilitator.sessions.$get({ query: { show: 'past' } }).then((answer) => answer.json()),
  ])
  const { id, title, session_type, status, start_time, end_time, time_zone } = session
  return {
    session: { id, title, session_type, status, start_time, end_time, time_zone },
    guests: list.items.map(guestOf),
    others: [...coming, ...past].map(({ id, title, start_time, time_zone }) => ({
      ...{ id, title, start_time, time_zone },
    })),
    keys: key.keys,
    readAt: Date.now(),
  }
}

/** Tells the desk of one move. What it will not have is said; where nobody answers, it waits. */
export async function tellDesk({ bookingId, kind, at }: Move): Promise<Told> {
  const param = { id: String(bookingId) }
  const door = api.facilitator.bookings[':id']
  try {
    const answer =
      kind === 'in'
        ? await door['check-in'].$post({ param, json: waitedSince(at) })
        : await door.undo.$post({ param })
    return { kind: 'taken', answer: guestOf((await answer.json()).booking) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 401) void revalidate(me.key)
    // Signed out or asked too often is no answer about the booking.
    const isAboutIt = error.status === 404 || error.status === 409
    return isAboutIt ? { kind: 'refused', message: error.message } : { kind: 'silence' }
  }
}

/** A phone's clock may be wrong, so it is asked only where the desk's own would be more so. */
const waitedSince = (at: number) =>
  Date.now() - at > WAITED_MS ? { at: new Date(at).toISOString() } : {}

/** Only what the door needs is kept on a phone: no price, no reason. */
function guestOf(booking: Guest): Guest {
  const { id, state, party_size, names, notes, checked_in_at, booked_by } = booking
  const { late, updated_at, user } = booking
  return {
    ...{ id, state, party_size, names, notes, checked_in_at, booked_by, late, updated_at },
    user: { id: user.id, name: user.name, email: user.email },
  }
}
