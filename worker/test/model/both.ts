import { evictDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { bookingId, numberOfBooking } from '../../bookings/booking'
import type { BookingDesk } from '../../bookings/booking-desk'
import type { Desk } from '../../bookings/commands'
import type { DeskEvent } from '../../notifications/messages'
import { asking, atDesk, bothSides, desk } from '../desk'
import { aFacilitator, aSession, aUser } from '../factories'
import { faultyD1 } from '../faults'
import * as model from './model'
import { type Step, USERS } from './steps'

const HOUR = 3_600_000

export type Cast = {
  jane: { facilitatorId: number }
  users: { userId: number; name: string; email: string }[]
}

/** A desk and its model, which live the same life. */
export async function openBoth({ jane, users }: Cast, first: Partial<model.Model>) {
  const now = Date.now() + 24 * HOUR
  const start = now + 30 * HOUR
  const m: model.Model = {
    ...{ now, status: 'active', capacity: 2, strict: false, start, end: start + HOUR },
    ...{ closesHours: 0, freeHours: 24, promotionHours: 0, movedAt: null, movedFreeUntil: null },
    ...{ rows: [], hasBegun: false, looksAt: start + HOUR, notices: {} },
    ...first,
  }
  const sessionId = await aSession(jane, {
    startTime: m.start,
    endTime: m.end,
    capacity: m.capacity,
    waitlistPolicy: m.strict ? 'strict' : 'skip',
    promotionClosesHours: m.promotionHours,
    freeCancelHours: m.freeHours,
  })
  await desk(sessionId).open()
  const d1 = faultyD1(env.DB)
  const notices: DeskEvent[] = []

  /** What a desk forgets when it is evicted: its clock, the faults, who listens. */
  const enter = <T>(work: (inside: BookingDesk) => T | Promise<T>) =>
    atDesk(sessionId, (inside) => {
      inside.now = () => m.now
      inside.d1 = d1.database
      inside.deliverNotices = async (_, events) => {
        notices.push(...events)
      }
      return work(inside)
    })

  const { facilitatorId } = jane
  const id = (n: number) => bookingId(sessionId, n)
  const own = (n: number, user: number) => ({ bookingId: id(n), userId: userId(user) })
  const userId = (user: number) => person(user).userId
  const person = (user: number) => {
    const found = users[user]
    if (!found) throw new Error(`there is no user ${user}`)
    return found
  }

  /** Does the step at the desk, and says `ok` or why not. */
  async function atTheDesk(asked: Desk, step: Step): Promise<model.Outcome> {
    const answer = await ask(asked, step)
    if (answer === null) return 'ok'
    return 'code' in answer ? answer.code : 'ok'
  }

  function ask(inside: Desk, step: Step) {
    switch (step.kind) {
      case 'book': {
        const key = { value: step.key, fingerprint: 'same' }
        return inside.book({ ...asking(person(step.user)), partySize: step.party, key })
      }
      case 'walk in': {
        const addedBy = { facilitatorId, checkIn: step.checkIn }
        return inside.book({ ...asking(person(step.user)), partySize: step.party, addedBy })
      }
      case 'join':
        return inside.join({
          ...asking(person(step.user)),
          partySize: step.party,
          oldPlace: step.oldPlace,
        })
      case 'accept':
      case 'decline':
      case 'leave':
        return inside[step.kind](own(step.n, step.user))
      case 'cancel': {
        const by = { userId: userId(step.user) }
        return inside.cancel({ bookingId: id(step.n), by, reason: null })
      }
      case 'cancel for them':
        return inside.cancel({ bookingId: id(step.n), by: { facilitatorId }, reason: null })
      case 'reduce':
        return inside.reduce({ ...own(step.n, step.user), partySize: step.party, names: null })
      case 'check in':
        return inside.checkIn({ bookingId: id(step.n), facilitatorId, at: step.at })
      case 'undo':
        return inside.undoCheckIn({ bookingId: id(step.n), facilitatorId })
      case 'capacity':
      case 'policy':
      case 'closing':
      case 'move':
        return inside.amend({ facilitatorId, changes: step.changes })
      case 'cancel session':
        return inside.cancelSession({ facilitatorId, reason: null })
      case 'erase':
        return inside.erase(userId(step.user))
      case 'read':
        return inside.read(null)
      default:
        return null
    }
  }

  return {
    sessionId,
    model: m,
    d1,
    enter,
    atTheDesk,
    /** The same from outside, as Workers ask. */
    fromOutside: (step: Step) => atTheDesk(desk(sessionId), step),

    /** What happens around a desk, not at it. */
    async around(step: Step, inside?: BookingDesk): Promise<boolean> {
      if (step.kind === 'evict') await evictDurableObject(desk(sessionId))
      else if (step.kind === 'alarm') {
        await inside?.alarm()
        model.settle(m)
      } else if (step.kind === 'D1 down') d1.fault = 'refuses'
      else if (step.kind === 'D1 torn') d1.fault = 'applies then throws'
      else if (step.kind === 'D1 up') d1.fault = 'works'
      else if (step.kind === 'clock') m.now = step.to
      else return false
      return true
    },

    /** Its rows, in the shape of the model's. */
    rows: (inside: BookingDesk) =>
      inside.store
        .listChangedAfter(-1)
        .toSorted((a, b) => a.id - b.id)
        .map((row) => ({
          n: numberOfBooking(row.id),
          user: users.findIndex((user) => user.userId === row.userId),
          party: row.partySize,
          state: row.state,
          late: row.late,
          checkedIn: row.checkedInAt,
          expires: row.state === 'offered' ? row.expiresAt : null,
        })),

    /** Lets everything that waits be told, with D1 there again; then both sides must be equal. */
    async quiet() {
      d1.fault = 'works'
      m.now += 2 * 60_000
      model.settle(m)
      await enter((inside) => inside.alarm())
      const told: Record<string, number> = {}
      for (const { type } of notices) told[type] = (told[type] ?? 0) + 1
      const ids = new Set(notices.map(({ rev, type }) => `${rev}:${type}`))
      return {
        ...(await enter(() => bothSides(sessionId))),
        told,
        isOnce: ids.size === notices.length,
      }
    },
  }
}

/** A model's rows as the desk's are compared with them. */
export const rowsOf = (m: model.Model) =>
  m.rows.map(({ n, user, party, state, late, checkedIn, expires }) => ({
    ...{ n, user, party, state, late, checkedIn },
    expires: state === 'offered' ? expires : null,
  }))

/** Who lives at all these desks: storage is shared by the tests of one file. */
export async function castOf(): Promise<Cast> {
  const users = Array.from({ length: USERS }, (_, i) => aUser({ name: `Visitor ${i}` }))
  return { jane: await aFacilitator(), users: await Promise.all(users) }
}

export type Both = Awaited<ReturnType<typeof openBoth>>

/** Does the step in the model, settled before and after as the desk is. */
export function inModel(m: model.Model, step: Step): model.Outcome {
  model.settle(m)
  const outcome = act(m, step)
  model.settle(m)
  return outcome
}

function act(m: model.Model, step: Step): model.Outcome {
  switch (step.kind) {
    case 'book':
      return model.book(m, step.user, step.party, step.key)
    case 'walk in':
      return model.walkIn(m, step.user, step.party, step.checkIn)
    case 'join':
      return model.join(m, step.user, step.party, step.oldPlace)
    case 'accept':
      return model.accept(m, step.n, step.user)
    case 'decline':
      return model.decline(m, step.n, step.user)
    case 'leave':
      return model.leave(m, step.n, step.user)
    case 'cancel':
      return model.cancel(m, step.n, step.user)
    case 'cancel for them':
      return model.cancel(m, step.n, 'facilitator')
    case 'reduce':
      return model.reduce(m, step.n, step.user, step.party)
    case 'check in':
      return model.checkIn(m, step.n, step.at)
    case 'undo':
      return model.undo(m, step.n)
    case 'capacity':
    case 'policy':
    case 'closing':
    case 'move':
      return model.amend(m, termsOf(step.changes))
    case 'cancel session':
      return model.cancelSession(m)
    case 'erase':
      return model.erase(m, step.user)
    default:
      return 'ok'
  }
}

function termsOf(changes: Extract<Step, { changes: unknown }>['changes']): Partial<model.Model> {
  const { capacity, waitlistPolicy, startTime, endTime } = changes
  const { promotionClosesHours, bookingClosesHours, freeCancelHours } = changes
  const terms = {
    capacity,
    strict: waitlistPolicy && waitlistPolicy === 'strict',
    start: startTime,
    end: endTime,
    promotionHours: promotionClosesHours,
    closesHours: bookingClosesHours,
    freeHours: freeCancelHours,
  }
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined))
}
