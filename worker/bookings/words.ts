import type { Session } from '../sessions/session'
import { wallTimeAt } from '../sessions/times'
import type { BookingState } from './booking'

/** What is said of bookings. English now; one place, so that languages can come. */

type Type = Session['sessionType']

const one = (type: Type) => (type === 'retreat' ? 'place' : 'seat')

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

/** "three", or of a session "three seats", of a retreat "three places". */
export function inWords(count: number, of?: Type): string {
  const number = NUMBERS[count] ?? String(count)
  return of ? `${number} ${count === 1 ? one(of) : `${one(of)}s`}` : number
}

/** What stands where the name of somebody stood who was erased. */
export const SOMEBODY = 'Somebody'

/** Whom a notice is about: who booked, what, for how many. */
export type Booked = { name: string; title: string; partySize: number; type: Type }

/** What a desk says to a facilitator. */
export const words = {
  booked: ({ name, title, partySize, type }: Booked) =>
    partySize === 1
      ? `${name} booked ${title}.`
      : `${name} booked ${inWords(partySize, type)} in ${title}.`,
  cancelled: ({ name, title, partySize, type }: Booked) =>
    partySize === 1
      ? `${name} cancelled ${title}.`
      : `${name} cancelled ${inWords(partySize, type)} in ${title}.`,
  cancelledForThem: ({ name, title, partySize, type }: Booked) =>
    partySize === 1
      ? `You cancelled ${name}’s ${one(type)} in ${title}.`
      : `You cancelled ${name}’s ${inWords(partySize, type)} in ${title}.`,
  bookedFromList: ({ name, title, partySize, type }: Booked) =>
    `${name} took ${inWords(partySize, type)} in ${title}, from the waiting list.`,
  added: ({ name, title, partySize, type }: Booked) =>
    partySize === 1
      ? `You added ${name} to ${title}.`
      : `You added ${name} to ${title}, with ${inWords(partySize, type)}.`,
  reduced: ({ name, title, type }: Booked, given: number, of: number) =>
    `${name} gave back ${inWords(given)} of ${inWords(of, type)} in ${title}.`,
  joined: ({ name, title, partySize, type }: Booked) =>
    partySize === 1
      ? `${name} waits for a ${one(type)} in ${title}.`
      : `${name} waits for ${inWords(partySize, type)} in ${title}.`,
  left: ({ name, title }: Booked) => `${name} left the waiting list of ${title}.`,
  returned: ({ name, title }: Booked) =>
    `${name} is back on the waiting list of ${title}, in the old place.`,
  declined: ({ name, title, partySize, type }: Booked) =>
    `${name} passed on the ${partySize === 1 ? one(type) : inWords(partySize, type)} offered in ${title}.`,
  removed: ({ name, title }: Booked) => `You took ${name} off the waiting list of ${title}.`,
  sessionCancelled: (title: string, bookings: number) =>
    bookings === 0
      ? `You cancelled ${title}. Nobody had booked.`
      : `You cancelled ${title}. ${capitalised(inWords(bookings))} ${bookings === 1 ? 'booking was' : 'bookings were'} cancelled with it.`,
  over: (over: number, capacity: number, type: Type) =>
    `${over} over the capacity of ${capacity}. Nobody loses a ${one(type)}; nothing is sold until there is room.`,
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

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
  offered: (partySize: number, type: Type) =>
    `You are offered ${partySize === 1 ? `a ${one(type)}` : `${partySize} ${one(type)}s`}.`,
  declined: 'Passed on. Others may have it now.',
  offerEnded: 'This offer has ended already.',
  left: 'You are off the list.',
}

/** What an answer says to a facilitator. */
export const toFacilitator = {
  freed: (name: string, partySize: number, type: Type) =>
    `${name || SOMEBODY}’s ${one(type)}${partySize === 1 ? ' is' : 's are'} given back.`,
  removed: (name: string) => `${name || SOMEBODY} is off the list.`,
  added: (name: string, state: BookingState) => {
    const who = name || SOMEBODY
    // A press under the same key may come long after the first.
    if (state === 'cancelled') return `${who} was added, and the booking has ended since.`
    return state === 'attended' ? `${who} is added and in.` : `${who} is added.`
  },
  alreadyIn: (name: string) => `${name} has booked already. Nobody was added.`,
  offered: (name: string) =>
    `${name} is offered another number. Give that, or let them pass it on first.`,
  letIn: (name: string, partySize: number) =>
    partySize === 1
      ? `${name || SOMEBODY} is in.`
      : `${name || SOMEBODY} is in, a party of ${inWords(partySize)}.`,
  isIn: (name: string, since: number | null, timeZone: string) =>
    since === null
      ? `${name || SOMEBODY} is in already.`
      : `${name || SOMEBODY} is in already, since ${wallTimeAt(since, timeZone).slice(-5)}.`,
  isOut: (name: string) => `${name || SOMEBODY} is not checked in any more.`,
}
