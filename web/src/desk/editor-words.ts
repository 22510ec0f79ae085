import { seatNoun } from '../sessions/words'
import { inWords, money, plural } from '../ui/numbers'
import { clock, zonePlace } from '../ui/times'
import type { DeskSession } from './queries'
import type { Oddity, WallClock } from './wall-time'
import { partyWords } from './words'

type Type = DeskSession['session_type']

/** The same while a smaller capacity is typed: "Two seats over: fourteen are sold. …" */
export function loweredWords(over: number, taken: number, type: DeskSession['session_type']) {
  const sold = plural(taken, '# is', '# are', inWords(taken))
  return `${partyWords(over, type)} over: ${sold} sold. Nobody loses a ${seatNoun(type).one}; nothing is sold until there is room.`
}

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
  { taken, session_type: type }: Pick<DeskSession, 'taken' | 'session_type'>,
  sendsMail: boolean,
): string {
  if (taken === 0) return 'Nobody has booked it yet. Changes show at once.'
  const letter = sendsMail ? 'a new time or place also goes out by letter' : 'no mail is sent'
  return `${partyWords(taken, type)} ${taken === 1 ? 'is' : 'are'} booked. Whoever booked sees the change at their seats; ${letter}.`
}

export const labels = {
  what: 'What it is',
  kind: 'Kind',
  kinds: [
    ['session', 'A session: a class or workshop, within a day.'],
    ['retreat', 'A retreat: runs over days, with a programme.'],
  ] as ['session' | 'retreat', string][],
  title: 'Title',
  titleNeeded: 'A title is needed: it is what people look for.',
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
  zoneNeeded: 'A time zone is needed, such as Europe/Amsterdam.',
  zoneHint: 'The clocks of the place where it happens. Type a city to find it.',
  where: 'Where',
  placeName: 'Place',
  placeAddress: 'Address',
  onlineUrl: 'Online link',
  arrivalNote: 'Arrival note',
  bookedOnly: 'Only those who have booked see it.',
  terms: (type: Type) => (type === 'retreat' ? 'Places and terms' : 'Seats and terms'),
  capacity: 'Capacity',
  price: (currency: string) => `Price in ${currency}`,
  priceNeeded: 'A price is needed; zero means free.',
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
  policy: (type: Type) =>
    `When a ${seatNoun(type).one} comes free and the first who waits wants more`,
  policies: (type: Type): ['skip' | 'strict', string][] => [
    ['skip', `It goes to the next whose party fits. No ${seatNoun(type).one} stays empty.`],
    ['strict', 'It is kept until there is enough for the first. Nobody is passed over.'],
  ],
  promotionCloses: 'Offers end, hours before',
  promotionClosesHint: (type: Type) =>
    `From then on nobody on the list is offered anything; what comes free can be booked by all. Zero: ${seatNoun(type).other} are offered until it starts.`,
  days: 'Programme',
  day: (n: number) => `Day ${n}`,
  dayTitle: 'Title of the day',
  dayTitleNeeded: 'Each day needs a title.',
  dayText: 'What happens',
  addDay: 'Add a day',
  removeDay: 'Remove this day',
  dayRemoved: (n: number) => `Day ${n} is removed.`,
  datesFirst: 'First and last day come first.',
  untitled: 'Untitled',
}

export const words = {
  noSuchZone: 'There is no such time zone. Choose one from the list, such as Europe/Amsterdam.',
  timeNeeded: 'A date and a start time are needed.',
  endNeeded: 'It needs an end.',
  endBeforeStart: 'The end must come after the start.',
  kept: 'What you typed was kept.',
  startOver: 'Discard it',
  discarded: 'What you typed is discarded.',
  savedDraft: 'Draft saved. Nobody else sees it.',
  saved: 'Changes saved.',
  saveDraft: 'Save as draft',
  save: 'Save changes',
  fixedCancelled: 'It was cancelled and stays as it was. Offer it anew as another session.',
}
