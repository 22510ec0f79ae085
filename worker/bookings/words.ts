import type { Session } from '../sessions/session'

/** What is said of bookings. English now; one place, so that languages can come. */

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

const seatsInWords = (count: number) =>
  `${NUMBERS[count] ?? count} ${count === 1 ? 'seat' : 'seats'}`

/** What stands where the name of somebody stood who was erased. */
export const SOMEBODY = 'Somebody'

/** What a desk says to a facilitator. */
export const words = {
  booked: (name: string, title: string, partySize: number) =>
    partySize === 1
      ? `${name} booked ${title}.`
      : `${name} booked ${seatsInWords(partySize)} in ${title}.`,
  cancelled: (name: string, title: string, partySize: number) =>
    partySize === 1
      ? `${name} cancelled ${title}.`
      : `${name} cancelled ${seatsInWords(partySize)} in ${title}.`,
  cancelledForThem: (name: string, title: string, partySize: number) =>
    partySize === 1
      ? `You cancelled ${name}’s seat in ${title}.`
      : `You cancelled ${name}’s ${seatsInWords(partySize)} in ${title}.`,
  bookedFromList: (name: string, title: string, partySize: number) =>
    `${name} took ${seatsInWords(partySize)} in ${title}, from the waiting list.`,
  added: (name: string, title: string, partySize: number) =>
    partySize === 1
      ? `You added ${name} to ${title}.`
      : `You added ${name} to ${title}, with ${seatsInWords(partySize)}.`,
  reduced: (name: string, title: string, given: number, of: number) =>
    `${name} gave back ${NUMBERS[given] ?? given} of ${seatsInWords(of)} in ${title}.`,
  joined: (name: string, title: string, partySize: number) =>
    partySize === 1
      ? `${name} waits for a seat in ${title}.`
      : `${name} waits for ${seatsInWords(partySize)} in ${title}.`,
  left: (name: string, title: string) => `${name} left the waiting list of ${title}.`,
  declined: (name: string, title: string, partySize: number) =>
    `${name} passed on ${partySize === 1 ? 'the seat' : `the ${seatsInWords(partySize)}`} offered in ${title}.`,
  removed: (name: string, title: string) => `You took ${name} off the waiting list of ${title}.`,
  sessionCancelled: (title: string, bookings: number) =>
    bookings === 0
      ? `You cancelled ${title}. Nobody had booked.`
      : `You cancelled ${title}. ${capitalised(NUMBERS[bookings] ?? String(bookings))} ${bookings === 1 ? 'booking was' : 'bookings were'} cancelled with it.`,
  over: (over: number, capacity: number) =>
    `${over} over the capacity of ${capacity}. Nobody loses a seat; nothing is sold until there is room.`,
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Type = Session['sessionType']

const one = (type: Type) => (type === 'retreat' ? 'place' : 'seat')

/** What an answer says to who asked. */
export const toVisitor = {
  has: (partySize: number, type: Type) =>
    `You have ${partySize === 1 ? `a ${one(type)}` : `${partySize} ${one(type)}s`}.`,
  ended: 'This booking has ended since.',
  cancelled: (partySize: number, type: Type) =>
    partySize === 1 ? `Your ${one(type)} is given back.` : `Your ${one(type)}s are given back.`,
  waits: (position: number | null) =>
    position === 1
      ? 'You are next on the list.'
      : position === null
        ? 'You are on the list.'
        : `You are number ${position} on the list.`,
  declined: 'Passed on, to whoever is next on the list.',
  offerEnded: 'This offer has ended already.',
  left: 'You are off the list.',
}
