import { seatNoun, seats as seatWords } from '../sessions/words'
import { capital, inWords, inWordsLong, money, plural } from '../ui/numbers'
import { clock, day, dayKey, shortDay, span, weekdayClock, zonePlace } from '../ui/times'
import type { Attendee, DeskBooking, DeskSession } from './queries'
import type { DeskStatus } from './status'
import type { Oddity, WallClock } from './wall-time'

type Seats = Pick<DeskSession, 'capacity' | 'taken' | 'available_spots' | 'over'>
type Typed = Pick<DeskSession, 'session_type'>
type Booked = Pick<DeskSession, 'taken' | 'session_type'>
type When = Pick<DeskSession, 'session_type' | 'start_time' | 'end_time' | 'time_zone'>

/** "Three sessions, forty people" */
export function headline(today: (When & Pick<DeskSession, 'taken'>)[]): string {
  if (today.length === 0) return 'Nothing today'
  const retreats = today.filter((one) => one.session_type === 'retreat').length
  const sessions = today.length - retreats
  const people = today.reduce((sum, one) => sum + one.taken, 0)
  const parts = [
    sessions > 0 ? plural(sessions, '# session', '# sessions', inWordsLong(sessions)) : '',
    retreats > 0 ? plural(retreats, '# retreat', '# retreats', inWordsLong(retreats)) : '',
    people > 0 ? plural(people, '# person', '# people', inWordsLong(people)) : 'nobody yet',
  ]
  return capital(parts.filter(Boolean).join(', '))
}

/** "Next: Dawn sit, Fri 15 May, 6:45." */
export function nextSentence(session: When & Pick<DeskSession, 'title'>): string {
  return `Next: ${session.title}, ${whenShort(session)}.`
}

/** "14 of 20" */
export const takenOf = ({ taken, capacity }: Seats) =>
  `${taken.toLocaleString()} of ${capacity.toLocaleString()}`

/** Under "Left": "6", "Full", "2 over" */
export function leftFigure({ available_spots: left, over }: Seats): string {
  if (over > 0) return `${over} over`
  return left > 0 ? left.toLocaleString() : 'Full'
}

/** What a figure needs where no "Left" stands above it: "6 left", but "Full". */
export const leftNoun = ({ available_spots: left, over }: Seats) =>
  over === 0 && left > 0 ? 'left' : undefined

/** "Fri 15 May, 6:45"; for a retreat "Fri 5 June to Fri 12 June" */
export function whenShort({ session_type, start_time, end_time, time_zone: zone }: When): string {
  const first = shortDay(start_time, zone)
  if (session_type === 'session') return `${first}, ${clock(start_time, zone)}`
  return dayKey(start_time, zone) === dayKey(end_time, zone)
    ? first
    : `${first} to ${shortDay(end_time, zone)}`
}

/** "Thursday 14 May, 18:30 to 19:45, Amsterdam time" */
export function whenLong(session: When): string {
  const { start_time: start, end_time: end, time_zone: zone } = session
  const place = `${zonePlace(zone)} time`
  if (dayKey(start, zone) === dayKey(end, zone)) {
    return `${day(start, zone)}, ${span(start, end, zone)}, ${place}`
  }
  return `${day(start, zone)}, ${clock(start, zone)} to ${day(end, zone)}, ${clock(end, zone)}, ${place}`
}

/** In a calendar, beside the hour: "5 of 12"; what cannot be booked says why. */
export function calendarFigure(session: Seats, status: DeskStatus): string {
  return status === 'draft' || status === 'cancelled' ? STATUS_WORDS[status] : takenOf(session)
}

/** In a calendar, where the hour of a first day stands: "Day 2 of 5" */
export const dayOfRetreat = (day: number, all: number) => `Day ${day} of ${all}`

export const TYPE_WORDS = { session: 'Session', retreat: 'Retreat' } as const

export const STATUS_WORDS = {
  draft: 'Draft',
  coming: 'Published',
  running: 'On now',
  past: 'Past',
  cancelled: 'Cancelled',
} as const

export const SHOW_WORDS = {
  coming: 'Coming',
  past: 'Past',
  drafts: 'Drafts',
  cancelled: 'Cancelled',
  all: 'All',
} as const

/** "Two seats over its capacity of 12. Nobody loses a seat; nothing is sold until there is room." */
export function overSentence({ over, capacity, session_type: type }: Seats & Typed): string {
  return `${partyWords(over, type)} over its capacity of ${capacity}. Nobody loses a ${seatNoun(type).one}; nothing is sold until there is room.`
}

/** The same while a smaller capacity is typed: "Two seats over: fourteen are sold. …" */
export function loweredWords(over: number, taken: number, type: DeskSession['session_type']) {
  const sold = plural(taken, '# is', '# are', inWords(taken))
  return `${partyWords(over, type)} over: ${sold} sold. Nobody loses a ${seatNoun(type).one}; nothing is sold until there is room.`
}

/** "At the same time you have Slow flow, Thu 14 May, 18:30." */
export function overlapWords({
  title,
  start_time,
  time_zone,
  status,
}: Pick<DeskSession, 'title' | 'start_time' | 'time_zone' | 'status'>): string {
  const draft = status === 'draft' ? ', a draft' : ''
  return `At the same time you have ${title}${draft}, ${bookedWhen(start_time, time_zone)}.`
}

/** What cancelling means for whom. Where the site sends no mail, none is promised. */
export function cancelConsequence(
  { taken, session_type: type }: Booked,
  sendsMail: boolean,
): string {
  if (taken === 0) return 'Nobody has booked it. It stays in your list as cancelled.'
  const letter = sendsMail ? 'Each of them also gets a letter.' : 'No mail is sent.'
  return `${partyWords(taken, type)} ${taken === 1 ? 'is' : 'are'} booked. Every booking in it ends, and whoever booked reads that, with your reason, at their seats. ${letter}`
}

/** The same for one who booked. */
export function cancelVisitorConsequence(
  { party_size, user }: Pick<Attendee, 'party_size' | 'user'>,
  type: DeskSession['session_type'],
  sendsMail: boolean,
): string {
  const comes = party_size === 1 ? 'comes' : 'come'
  const letter = sendsMail
    ? 'reads that at their seats, and gets a letter.'
    : 'reads that at their seats. No mail is sent.'
  return `${partyWords(party_size, type)} ${comes} free at once. ${user.name} ${letter}`
}

/** The same for one who waits. */
export function removeConsequence(
  { state, user }: Pick<Attendee, 'state' | 'user'>,
  sendsMail: boolean,
): string {
  const seat = state === 'offered' ? 'What was offered goes to the next who waits. ' : ''
  const letter = sendsMail ? ', and gets a letter.' : '. No mail is sent.'
  return `${seat}${user.name} reads at their seats that they wait no more${letter}`
}

/** "Two seats", "One place" */
export const partyWords = (size: number, type: DeskSession['session_type']) =>
  capital(seatWords(size, type))

/** Where a list of who comes is empty. */
export function nobodyWords(status: DeskStatus, ended: number): string {
  if (ended > 0) return 'Nobody is booked any more.'
  const isClosed = status === 'past' || status === 'cancelled'
  return isClosed ? 'Nobody had booked.' : 'Nobody has booked yet.'
}

/** "Thu 14 May, 9:58" */
export const bookedWhen = (at: string, zone: string) => `${shortDay(at, zone)}, ${clock(at, zone)}`

export const sessionTime = ({ start_time, time_zone }: DeskBooking['session']) =>
  bookedWhen(start_time, time_zone)

/** "Four are waiting" */
export const waitingHeading = (count: number) =>
  count === 0
    ? 'Nobody is waiting'
    : `${capital(plural(count, '# is', '# are', inWords(count)))} waiting`

/** "Offered until 14:20" */
export function offerWords(
  { expires_at }: Pick<Attendee, 'expires_at'>,
  zone: string,
  now = Date.now(),
): string {
  if (!expires_at) return STATE_WORDS.offered
  return `Offered ${offeredUntil(expires_at, zone, now)}`
}

/** "until 14:20", "until Monday 0:22" */
export function offeredUntil(expiresAt: string, zone: string, now = Date.now()): string {
  const isToday = dayKey(expiresAt, zone) === dayKey(now, zone)
  return `until ${(isToday ? clock : weekdayClock)(expiresAt, zone)}`
}

/** "Since Thu 14 May, 9:58" */
export function waitsWords({ waited_at }: Pick<Attendee, 'waited_at'>, zone: string): string {
  return waited_at ? `Since ${bookedWhen(waited_at, zone)}` : STATE_WORDS.waitlisted
}

/** "Thirteen cancelled bookings" */
export const endedHeading = (count: number) =>
  capital(plural(count, '# cancelled booking', '# cancelled bookings', inWords(count)))

type Ended = Pick<Attendee, 'cancelled_by' | 'cancel_reason' | 'updated_at' | 'late'>

/** "Cancelled late, Thu 14 May, 9:58" and by whom, where it was not the one who booked. */
export function endedWords({ cancelled_by, cancel_reason, updated_at, late }: Ended, zone: string) {
  const when = late ? ' late' : ''
  const by = cancelled_by === 'facilitator' ? ' by you' : ''
  const why = cancelled_by === 'session' ? ' with the session' : ''
  const reason = cancel_reason && cancelled_by === 'user' ? `: “${cancel_reason}”` : ''
  return `Cancelled${when}${by}${why}, ${bookedWhen(updated_at, zone)}${reason}`
}

export const STATE_WORDS: Record<Attendee['state'], string> = {
  held: 'Held',
  confirmed: 'Confirmed',
  waitlisted: 'Waiting',
  offered: 'Offered',
  attended: 'Was there',
  no_show: 'Did not come',
  cancelled: 'Cancelled',
  expired: 'Lapsed',
  declined: 'Declined',
  left: 'Left the list',
}

export const NONE_WORDS = {
  coming: 'Nothing is planned yet.',
  past: 'Nothing is past yet.',
  drafts: 'No drafts.',
  cancelled: 'Nothing was cancelled.',
  all: 'No sessions yet.',
} as const

/** What daylight saving does to a time that was typed. */
export function oddityWords(oddity: Oddity, zone: string, locale?: string): string {
  const place = zonePlace(zone)
  const typed = wallClock(oddity.typed, locale)
  const date = wallDate(oddity.typed, locale)
  if (oddity.kind === 'doubled') {
    return `${typed} happens twice on ${date} in ${place}; the first is meant.`
  }
  return `${typed} does not exist on ${date} in ${place}; it becomes ${wallClock(oddity.becomes, locale)}.`
}

/** "Ends at 19:30", with the day when it is another. */
export function endsAt(start: WallClock, end: WallClock, locale?: string): string {
  const time = wallClock(end, locale)
  return start.date === end.date
    ? `Ends at ${time}.`
    : `Ends at ${time} on ${wallDate(end, locale)}.`
}

// A wall clock needs no zone to be read: UTC shows it as it was typed.
const wallClock = ({ date, time }: WallClock, locale?: string) =>
  clock(`${date}T${time}Z`, 'UTC', locale)

const wallDate = ({ date, time }: WallClock, locale?: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T${time}Z`),
  )

/** What a number in the price field will read. */
export function priceWords(
  { price, session_type }: { price: string; session_type: DeskSession['session_type'] },
  currency: string,
): string {
  if (price.trim() === '' || !Number.isFinite(Number(price))) {
    return `For one ${seatNoun(session_type).one}. Zero reads Free.`
  }
  return isFree(price) ? 'Reads Free.' : `Reads ${money(Number(price), currency)}.`
}

/** Whether zero was typed; nothing typed is no price yet. */
export const isFree = (price: string) => price.trim() !== '' && Number(price) === 0

/** "Twelve seats, €18" */
export function previewPrice(
  capacity: number,
  { price, session_type }: { price: string; session_type: DeskSession['session_type'] },
  currency: string,
): string {
  const seats = partyWords(capacity, session_type)
  const typed = Number(price)
  return price.trim() === '' || !Number.isFinite(typed)
    ? seats
    : `${seats}, ${money(typed, currency)}`
}

/** What changing a published session means for those who have booked it. */
export function changeConsequence(
  { taken, session_type: type }: Booked,
  sendsMail: boolean,
): string {
  if (taken === 0) return 'Nobody has booked it yet. Changes show at once.'
  const letter = sendsMail ? 'a new time or place also goes out by letter' : 'no mail is sent'
  return `${partyWords(taken, type)} ${taken === 1 ? 'is' : 'are'} booked. Whoever booked sees the change at their seats; ${letter}.`
}

/** On the button: everybody, or as many as were chosen. */
export const writeWords = (chosen: number) =>
  chosen === 0 ? words.write : `Write to ${inWords(chosen)}`

/** Who gets the letter. */
export function letterWords(chosen: number): string {
  const who = plural(chosen, 'the one', `the ${inWords(chosen)}`)
  return chosen === 0
    ? 'A letter to everybody who has booked, each on their own. Answers come to you.'
    : `A letter to ${who} you chose, each on their own. Answers come to you.`
}

/** On the button: "Make the copy", "Make eight copies" */
export const copiesWords = (count: number) =>
  count === 1 ? 'Make the copy' : `Make ${inWords(count)} copies`

/** What the copies are made as. */
export const copyStates = (count: number): ['draft' | 'active', string][] =>
  count === 1
    ? [
        ['draft', 'A draft: nobody else sees it yet.'],
        ['active', 'Published: it can be booked at once.'],
      ]
    : [
        ['draft', 'Drafts: nobody else sees them yet.'],
        ['active', 'Published: they can be booked at once.'],
      ]

/** "The first on Thursday 21 May, then each week." */
export function firstCopyWords(date: string, weeks: number): string {
  const on = day(`${date}T12:00:00Z`, 'UTC')
  return weeks > 1
    ? `The first on ${on}, then each week at the same time.`
    : `On ${on}, at the same time.`
}

export const labels = {
  what: 'What it is',
  kind: 'Kind',
  kinds: [
    ['session', 'A session: a class or workshop, within a day.'],
    ['retreat', 'A retreat: runs over days, with a programme.'],
  ] as ['session' | 'retreat', string][],
  title: 'Title',
  description: 'Description',
  descriptionHint: 'What you do together, and for whom it is.',
  whatToExpect: 'What to expect',
  whatToExpectHint: 'What to bring, what is there, how it begins.',
  when: 'When',
  date: 'Date',
  firstDay: 'First day',
  lastDay: 'Last day',
  start: 'Start',
  end: 'End',
  length: 'Length',
  minutes: (minutes: number) => `${minutes} minutes`,
  other: 'Another length',
  otherMinutes: 'Minutes',
  zone: 'Time zone',
  zoneHint: 'The clocks of the place where it happens. Type a city to find it.',
  where: 'Where',
  placeName: 'Place',
  placeAddress: 'Address',
  onlineUrl: 'Online link',
  arrivalNote: 'Arrival note',
  bookedOnly: 'Only those who have booked see it.',
  terms: 'Seats and terms',
  capacity: 'Capacity',
  price: (currency: string) => `Price in ${currency}`,
  paymentNote: 'How it is paid',
  paymentHint: (firstName: string, costsNothing: boolean) =>
    costsNothing
      ? 'Such as a gift that is welcome. Left empty, nothing is said.'
      : `Left empty it reads “Pay ${firstName} on the day.”`,
  bookingCloses: 'Booking closes, hours before',
  bookingClosesHint:
    'From then on only you can add people. Zero: it can be booked until it starts.',
  freeCancel: 'Cancel free until, hours before',
  freeCancelHint: 'Later is allowed and counts as late; after the start nobody can cancel.',
  waitingList: 'Waiting list',
  policy: 'When a seat comes free and the first who waits wants more',
  policies: [
    ['skip', 'It goes to the next whose party fits. No seat stays empty.'],
    ['strict', 'It is kept until there is enough for the first. Nobody is passed over.'],
  ] as ['skip' | 'strict', string][],
  promotionCloses: 'Offers end, hours before',
  promotionClosesHint:
    'From then on nobody on the list is offered anything; what comes free can be booked by all. Zero: seats are offered until it starts.',
  days: 'Programme',
  day: (n: number) => `Day ${n}`,
  dayTitle: 'Title of the day',
  dayText: 'What happens',
  addDay: 'Add a day',
  removeDay: 'Remove this day',
  datesFirst: 'First and last day come first.',
  untitled: 'Untitled',
}

export const words = {
  today: 'Today',
  needsYou: 'Needs you',
  sessions: 'Sessions',
  bookings: 'Bookings',
  numbers: 'Numbers',
  notices: 'Notices',
  newSession: 'New session',
  calendar: 'Calendar',
  noneInMonth: 'Nothing is planned in this month.',
  noSuchZone: 'There is no such time zone. Choose one from the list, such as Europe/Amsterdam.',
  timeNeeded: 'A date and a start time are needed.',
  endNeeded: 'It needs an end.',
  endBeforeStart: 'The end must come after the start.',
  pending:
    'Your account is waiting for approval. Until then you can prepare drafts; publishing opens with the approval.',
  couldNotTell:
    'We could not tell whether that worked. Press again; nothing is created or changed twice.',
  kept: 'What you typed was kept.',
  startOver: 'Discard it',
  published: 'Published. It can be booked from now on.',
  savedDraft: 'Draft saved. Nobody else sees it.',
  saved: 'Changes saved.',
  cancelled: 'Cancelled. Every booking in it has ended.',
  signInAgain: 'Sign in again',
  signInAgainWhy: 'Your sign-in has ended. What is on this page stays as it is.',
  cancelThis: 'Cancel this session',
  cancelShort: 'Cancel',
  keepIt: 'Keep it',
  reason: 'Reason',
  reasonHint: 'Whoever booked reads it. You may leave it empty.',
  publish: 'Publish',
  saveDraft: 'Save as draft',
  save: 'Save changes',
  fixedCancelled: 'It was cancelled and stays as it was. Offer it anew as another session.',
  pendingShort: 'Waits for approval',
  edit: 'Edit',
  attendees: 'Attendees',
  duplicate: 'Duplicate',
  copyWhen: 'When is it again?',
  copyWays: [
    ['weekly', 'Each week from the next on, at the same time.'],
    ['once', 'Once, at another time.'],
  ] as ['weekly' | 'once', string][],
  copyWeeks: 'How many weeks',
  copyDate: 'Date',
  copyTime: 'Start',
  copyAs: 'Made as',
  copyLeaves: 'Words and terms come along. Nobody’s booking does.',
  notNow: 'Not now',
  print: 'Print the list',
  csv: 'Save as a table (CSV)',
  write: 'Write to them',
  offersOut: 'Seats offered',
  inOrder: 'Waiting, the next first',
  remove: 'Remove',
  removeWho: (name: string) => `Take ${name} off the list?`,
  removeFromList: 'Take off the list',
  removed: (name: string) => `${name} is off the list.`,
  why: 'Why it went so',
  bookedOn: 'Booked',
  addedOn: 'Added by you,',
  add: 'Add somebody',
  addName: 'Name',
  addEmail: 'Email',
  addEmailHint: 'You may leave it empty. With it they see the booking at their seats.',
  addNote: 'Note',
  addHere: 'They are here now',
  addSeats: (type: DeskSession['session_type']) => (type === 'retreat' ? 'Places' : 'Seats'),
  noMail: 'This site sends no mail yet.',
  subject: 'Subject',
  message: 'Message',
  send: 'Send',
  cancelVisitor: (name: string) => `Cancel the booking of ${name}?`,
  cancelBooking: 'Cancel this booking',
  keepBooking: 'Keep it',
  visitorReasonHint: (name: string) => `${name} reads it. You may leave it empty.`,
  yourSessions: 'Your sessions',
  seeAsVisitors: 'See it as visitors do',
  noBookings: 'No bookings yet.',
  more: 'Show more',
  wasCancelled: 'It was cancelled, and every booking in it ended.',
  isPast: 'It is over. It can be neither changed nor cancelled any more.',
  isDraft: 'Nobody but you sees a draft, and nobody can book it.',
  nothingPlanned: 'Nothing is planned yet.',
}
