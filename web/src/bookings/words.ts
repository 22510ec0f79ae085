import type { Refusal } from '../refusal'
import { freeUntil } from '../sessions/phase'
import { seatNoun, seats } from '../sessions/words'
import { capital, inOrder, inWords, money, plural } from '../ui/numbers'
import * as times from '../ui/times'

type SessionType = 'session' | 'retreat'

export const words = {
  asking: (type: SessionType) => `Asking for your ${seatNoun(type).one}`,
  still: 'Still asking. Stay on this page.',
  unknown: 'We could not tell whether that worked. Press again; you cannot be booked twice.',
  unknownList:
    'We could not tell whether that worked. Press again; you cannot be on the list twice.',
  offline: 'You are offline. Nothing was sent; press again when you are back.',
  reconnecting: (clock: string) => `Reconnecting. Seats are from ${clock}.`,
  seatsAreFrom: (clock: string) => `Seats are from ${clock}.`,
  signInFirst: (party: number, type: SessionType) => {
    const noun = seatNoun(type)
    const which = party === 1 ? `this ${noun.one}` : `these ${noun.other}`
    return `Sign in to take ${which}. You come straight back.`
  },
  signInToWait: 'Sign in to join the list. You come straight back.',
  note: (facilitator: string) => `Note for ${firstName(facilitator)}, if you like`,
  total: 'Total',
  otherTimes: 'Other times',
  yourSeats: 'Your seats',
  bookAgain: 'Book again',
  noSeats: 'You have no seats to come.',
  noPast: 'Nothing has passed yet.',
  hasPassed: 'What has passed',
  findOne: 'See what is free',
  inView: 'Our list is a moment behind. Your booking stands.',
  whoComes: 'Say who comes with you, if you like',
  nameOf: (nth: number) => `Name of the ${inOrder(nth)} person`,
  join: 'Join the list',
  leave: 'Leave the list',
  asList: 'Asking for your place on the list',
  listClosed: 'The list has closed. What comes free from now on is open to all.',
  noList: (type: SessionType) => `When somebody cancels, the ${seatNoun(type).one} shows here.`,
  offer: (party: number, type: SessionType) => `${comesFree(party, type)} for you`,
  take: (party: number, type: SessionType) =>
    party === 1 ? `Take the ${seatNoun(type).one}` : `Take the ${seats(party, type)}`,
  passOn: (party: number) => (party === 1 ? 'Pass it on' : 'Pass them on'),
  waiting: 'Waiting',
  ticket: 'Ticket',
  showAtDoor: 'Show this at the door.',
  bookingNumber: (id: number) => `Booking ${id}`,
  ticketCode: 'Code for the door',
  calendar: 'Add to calendar',
  close: 'Close',
  fewer: 'Give some back',
  fewerTitle: 'Give some back?',
  leaveShort: 'Leave',
  coming: 'Coming',
  afterThat: 'After that',
  cancelled: 'Cancelled',
  offerEnded: 'This offer has ended',
  offerUnknown: 'Whose offer is this?',
  offerUnknownMeans:
    'The end of the link is missing. Open it from the letter again, or sign in to see what is offered to you.',
  offerLinkBroken: 'This link no longer opens an offer',
  offerLinkBrokenMeans:
    'It is cut off, or too old. Nothing was booked and nothing was passed on. What is offered to you now stands with your seats.',
  offerPassed: 'This offer has ended, and you wait again.',
  passedOn: 'You passed it on',
  toSession: 'To the session',
  signIn: 'Sign in',
  letterToo: 'We write to you as well.',
}

const comesFree = (party: number, type: SessionType) =>
  party === 1
    ? `A ${seatNoun(type).one} has come free`
    : `${capital(seats(party, type))} have come free`

/** "A seat has come free for you. It is yours to take until 14:20." */
export function offerWords(offer: Offered, zone = times.readersZone()): string {
  const { party_size: party, session } = offer
  const are = party === 1 ? 'It is' : 'They are'
  return `${words.offer(party, session.session_type)}. ${are} yours to take until ${offerEnd(offer, zone)}.`
}

type Offered = {
  party_size: number
  expires_at: string | null
  session: { session_type: SessionType; start_time: string; time_zone: string }
}

/** "14:20", with its place where the reader's clock shows another hour. */
export function offerEnd({ expires_at, session }: Offered, zone = times.readersZone()): string {
  const at = expires_at ?? session.start_time
  const there = times.clock(at, session.time_zone)
  return times.sameClock(at, session.time_zone, zone)
    ? there
    : `${there} ${times.zonePlace(session.time_zone)} time`
}

/** What became of an offer that was not taken in time: gone to who waits next, open to all, or over with its session. */
export function lapsedWords(until: string | undefined, now: 'gone' | 'open' | 'over'): string {
  const ended = until ? `That offer ended at ${until}` : 'That offer has ended'
  if (now === 'over') return `${ended}.`
  return now === 'gone'
    ? `${ended} and went to the next person.`
    : `${ended}, and what it kept is open to all again.`
}

/** To somebody of whom we do not know whether they took it. */
export function endedForWords(until: string | undefined): string {
  const ended = until ? `That offer ended at ${until}.` : 'That offer has ended.'
  return `${ended} If you took it, it is among your seats; if not, it went to the next person.`
}

/** "You are second of four.", as far as is known. */
export function waitingWords(position: number | null, waiting: number | null): string {
  if (position === null) return 'You are on the list.'
  if (waiting === null || waiting < position) return `You are ${inOrder(position)} on the list.`
  if (waiting === 1) return 'You are the only one who waits.'
  return `You are ${inOrder(position)} of ${inWords(waiting)}.`
}

/** What waiting means: how a seat comes, and how long it stays. */
export function listMeans(type: SessionType, party: number): string {
  const noun = seatNoun(type)
  return party === 1
    ? `When a ${noun.one} comes free and your turn has come, it is kept for you for up to two hours.`
    : `When ${seats(party, type)} are free together and your turn has come, they are kept for you for up to two hours.`
}

/** A strict list sells nothing past those who wait. */
export function keptWords(kept: number, type: SessionType): string {
  const are = kept === 1 ? 'is free and kept' : 'are free and kept'
  return `${capital(seats(kept, type))} ${are} for those who wait.`
}

/** "Three seats are left and you asked for four." */
export function fewerLeft(left: number, asked: number, type: SessionType): string {
  const are = left === 1 ? 'is' : 'are'
  return `${capital(seats(left, type))} ${are} left and you asked for ${inWords(asked)}.`
}

type Other = { title: string; start_time: string; time_zone: string }

/** "You also have Dawn sit at 17:30." */
export function overlapWords(others: Other[], session: Other): string {
  const each = others.map((other) => {
    const at = times.clock(other.start_time, other.time_zone)
    const isSameDay =
      times.dayKey(other.start_time, other.time_zone) ===
      times.dayKey(session.start_time, session.time_zone)
    return isSameDay
      ? `${other.title} at ${at}`
      : `${other.title}, ${times.shortDay(other.start_time, other.time_zone)}`
  })
  return `You also have ${new Intl.ListFormat('en').format(each)}.`
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
export function untilWhenFree(session: Cancellable, now: number, until = freeUntil(session)) {
  if (now >= until) return 'Cancelling from now on counts as late.'
  const end = freeEnd(until, session, now)
  return until >= Date.parse(session.start_time)
    ? `Cancel free ${end}.`
    : `Cancel free ${end}; after that it counts as late.`
}

type Booked = {
  party_size: number
  /** As its desk says, which also knows of a session that was moved. */
  free_cancel_until: string | null
  session: Cancellable & { session_type: SessionType }
}

/** Epoch ms until which a booking may be given back freely. */
export function freeUntilOf({ free_cancel_until: until, session }: Booked): number {
  return until === null ? freeUntil(session) : Date.parse(until)
}

/** "You have a seat." */
export function youHave(party: number, type: SessionType): string {
  const noun = seatNoun(type)
  return party === 1 ? `You have a ${noun.one}.` : `You have ${seats(party, type)}.`
}

/** "With Ben and Cleo." */
export function withWords(names: string[]): string {
  return `With ${new Intl.ListFormat('en').format(names)}.`
}

/** "You had a seat.", where it is over. */
export function youHad(party: number, type: SessionType): string {
  return youHave(party, type).replace('You have', 'You had')
}

/** What it costs, in a line of its own: "Free", or the amount. */
export function total(price: number, party: number, currency: string): string {
  return money(price * party, currency)
}

/** What giving back means, all of it or some seats, before it is done. */
export function givingBackMeans(booking: Booked, giving: number, now: number): string {
  const { party_size: party, session } = booking
  const noun = seatNoun(session.session_type)
  const whose = giving === party ? 'Your ' : ''
  const goes =
    giving === 1
      ? `${whose || 'One '}${noun.one} becomes free`
      : `${whose}${seats(giving, session.session_type)} become free`
  const until = freeUntilOf(booking)
  const end = freeEnd(until, session, now)
  const late =
    now >= until ? `It was free ${end}, so this counts as late.` : `Cancelling is free ${end}.`
  return `${capital(goes)} for others at once. ${late}`
}

/** "until Wednesday 18:30", "until it begins" */
function freeEnd(until: number, session: Cancellable, now: number): string {
  return until >= Date.parse(session.start_time)
    ? 'until it begins'
    : `until ${moment(until, session, now)}`
}

/** The refusals of a desk, in words with what did not happen; others speak for themselves. */
export function refusedWords(refusal: Refusal, asked: number, type: SessionType): string {
  const noun = seatNoun(type)
  if (refusal.code === 'session_full') {
    return `Someone took the last ${noun.one} a moment before you. Nothing was booked.`
  }
  const left = seatsStillLeft(refusal)
  if (refusal.code === 'not_enough_seats' && left !== undefined) {
    return fewerLeft(left, asked, type)
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
