import { capital, inWords, plural } from '../ui/numbers'
import type { Attendee, DeskBooking, DeskSession } from './queries'
import type { DeskStatus } from './status'
import { bookedWhen, offeredUntil, partyWords } from './words'

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

/** Where a list of who comes is empty. */
export function nobodyWords(status: DeskStatus, ended: number): string {
  if (ended > 0) return 'Nobody is booked any more.'
  const isClosed = status === 'past' || status === 'cancelled'
  return isClosed ? 'Nobody had booked.' : 'Nobody has booked yet.'
}

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

/** "Your message leaves in a moment, to three people." */
export function sentWords(recipients: number): string {
  const whom = plural(recipients, 'to # person', 'to # people', inWords(recipients))
  return `Your message leaves in a moment, ${whom}.`
}

export const words = {
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
  notAdded: (name: string, isTold: boolean) =>
    isTold
      ? `${name} is not added. They were written to, and read of this too.`
      : `${name} is not added.`,
  addName: 'Name',
  addNameNeeded: 'A name is needed; a first name will do.',
  addEmail: 'Email',
  addEmailHint: 'You may leave it empty. With it they see the booking at their seats.',
  addNote: 'Note',
  addHere: 'They are here now',
  addSeats: (type: DeskSession['session_type']) => (type === 'retreat' ? 'Places' : 'Seats'),
  noMail: 'This site sends no mail yet.',
  subject: 'Subject',
  subjectNeeded: 'A subject is needed: it is what they see first.',
  message: 'Message',
  messageNeeded: 'Nothing is written yet.',
  send: 'Send',
  notSent: 'Nothing was sent. Your words are in the form.',
  cancelVisitor: (name: string) => `Cancel the booking of ${name}?`,
  cancelBooking: 'Cancel this booking',
  keepBooking: 'Keep it',
  visitorReasonHint: (name: string) => `${name} reads it. You may leave it empty.`,
  noBookings: 'No bookings yet.',
}
