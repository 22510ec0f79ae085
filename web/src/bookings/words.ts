import type { Refusal } from '../refusal'
import { freeUntil } from '../sessions/phase'
import { seatNoun, seats } from '../sessions/words'
import { capital, inWords, money, plural } from '../ui/numbers'
import * as times from '../ui/times'

type SessionType = 'session' | 'retreat'

export const words = {
  asking: (type: SessionType) => `Asking for your ${seatNoun(type).one}`,
  still: 'Still asking. Stay on this page.',
  unknown: 'We could not tell whether that worked. Press again; you cannot be booked twice.',
  signInFirst: (party: number, type: SessionType) => {
    const noun = seatNoun(type)
    const which = party === 1 ? `this ${noun.one}` : `these ${noun.other}`
    return `Sign in to take ${which}. You come straight back.`
  },
  note: (facilitator: string) => `Note for ${firstName(facilitator)}, if you like`,
  total: 'Total',
  otherTimes: 'Other times',
  yourSeats: 'Your seats',
  noSeats: 'You have no seats yet.',
  noPast: 'Nothing has passed yet.',
  findOne: 'See what is free',
  inView: 'Our list is a moment behind. Your booking stands.',
}

export function bookLabel(party: number, type: SessionType): string {
  const noun = seatNoun(type)
  return party === 1
    ? `Book this ${noun.one}`
    : `Book ${plural(party, `# ${noun.one}`, `# ${noun.other}`, inWords(party))}`
}

/** How it is paid: as the facilitator says, or on the day. Nothing to pay, nothing said. */
export function howToPay(
  session: { payment_note: string | null; facilitator: string },
  price: number,
): string | undefined {
  if (price === 0) return session.payment_note ?? undefined
  return session.payment_note ?? `Pay ${firstName(session.facilitator)} on the day.`
}

type Cancellable = { start_time: string; time_zone: string; free_cancel_hours: number }

/** Until when cancelling is free, and what it counts as afterwards. */
export function untilWhenFree(session: Cancellable, now: number): string {
  if (now >= freeUntil(session)) return 'Cancelling from now on counts as late.'
  const until = freeEnd(session, now)
  return session.free_cancel_hours === 0
    ? `Cancel free ${until}.`
    : `Cancel free ${until}; after that it counts as late.`
}

/** "You have a seat." */
export function youHave(party: number, type: SessionType): string {
  const noun = seatNoun(type)
  return party === 1 ? `You have a ${noun.one}.` : `You have ${seats(party, type)}.`
}

/** "You had a seat.", where it is over. */
export function youHad(party: number, type: SessionType): string {
  return youHave(party, type).replace('You have', 'You had')
}

/** What it costs, in a line of its own: "Free", or the amount. */
export function total(price: number, party: number, currency: string): string {
  return money(price * party, currency)
}

/** What cancelling means, before it is done. */
export function cancelMeans(
  booking: { party_size: number; session: Cancellable & { session_type: SessionType } },
  now: number,
): string {
  const { party_size: party, session } = booking
  const noun = seatNoun(session.session_type)
  const goes =
    party === 1
      ? `Your ${noun.one} becomes free`
      : `Your ${seats(party, session.session_type)} become free`
  const late =
    now >= freeUntil(session)
      ? `It was free ${freeEnd(session, now)}, so this counts as late.`
      : `Cancelling is free ${freeEnd(session, now)}.`
  return `${goes} for others at once. ${late}`
}

/** "until Wednesday 18:30", "until it begins" */
function freeEnd(session: Cancellable, now: number): string {
  if (session.free_cancel_hours === 0) return 'until it begins'
  return `until ${moment(freeUntil(session), session, now)}`
}

/** The refusals of a desk, in words with what did not happen; others speak for themselves. */
export function refusedWords(refusal: Refusal, asked: number, type: SessionType): string {
  const noun = seatNoun(type)
  if (refusal.code === 'session_full') {
    return `Someone took the last ${noun.one} a moment before you. Nothing was booked.`
  }
  const left = seatsStillLeft(refusal)
  if (refusal.code === 'not_enough_seats' && left !== undefined) {
    const are = left === 1 ? 'is' : 'are'
    return `${capital(seats(left, type))} ${are} left and you asked for ${inWords(asked)}.`
  }
  return refusal.message
}

/** How many could be taken instead. */
export function seatsStillLeft(refusal: Refusal): number | undefined {
  const left = refusal.extra.available_spots
  return typeof left === 'number' && left > 0 ? left : undefined
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}

/** "Wednesday 18:30" where one week holds it, now and the start; else with its date. */
function moment(at: number, { start_time: start, time_zone: zone }: Cancellable, now: number) {
  const isNear = Math.abs(times.daysBetween(now, at, zone)) < 7
  return isNear && times.daysBetween(at, start, zone) < 7
    ? times.weekdayClock(at, zone)
    : `${times.day(at, zone, now)}, ${times.clock(at, zone)}`
}

/** What became of a booking that is no longer simply confirmed. */
export function stateWords(booking: {
  state: string
  cancelled_by: 'user' | 'facilitator' | 'session' | null
  cancel_reason: string | null
  late: boolean | null
  session: { facilitator: string; cancel_reason: string | null }
}): string | undefined {
  if (booking.state === 'attended') return 'You were there'
  if (booking.state === 'no_show') return 'You did not come'
  if (booking.state !== 'cancelled') return undefined
  if (booking.cancelled_by === 'user') return booking.late ? 'You cancelled, late' : 'You cancelled'
  const reason = booking.cancel_reason ?? booking.session.cancel_reason
  const by = `Cancelled by ${firstName(booking.session.facilitator)}`
  return reason ? `${by}: “${reason}”` : by
}
