import type { Session } from '../sessions/session'
import type { Decision } from './desk/store'
import { inWords, SOMEBODY } from './words'

type Where = Pick<Session, 'timeZone' | 'sessionType'>

/** Why somebody was given seats, or was not, in a sentence; by the clocks of the session’s own zone. */
export function decisionWords(
  { kind, at, partySize, free, capacity, until }: Decision,
  name: string | null,
  { timeZone, sessionType }: Where,
): string {
  const who = name || SOMEBODY
  const seats = (count: number) => inWords(count, sessionType)
  const were = `${capitalised(seats(free))} ${free === 1 ? 'was' : 'were'} free`
  const party = `${who}’s party is ${inWords(partySize)}`
  switch (kind) {
    case 'joined':
      return `${who} joined the list, for ${seats(partySize)}.`
    case 'offered': {
      const ends = until === null ? '' : ` until ${clockAt(until, at, timeZone)}`
      return `${capitalised(seats(partySize))} offered to ${who}${ends}, the longest waiting of those who fit.`
    }
    case 'passed_over':
      return `${were} and ${party}; smaller parties may take them.`
    case 'held_up':
      return `${were} and ${party}; nobody is passed over here, so they wait for more.`
    case 'accepted':
      return `${who} took what was offered.`
    case 'declined':
      return `${who} passed on what was offered.`
    case 'lapsed':
      return `${who} let the offer end without an answer.`
    case 'booked':
      return `${who} booked from the list, for there was room.`
    case 'left':
      return `${who} left the list.`
    case 'returned':
      return `${who} came back to the list at once, to the place they had.`
    case 'removed':
      return `${who} was taken off the list.`
    case 'outgrown':
      return `There ${capacity === 1 ? 'is' : 'are'} now ${seats(capacity)} in all and ${party}, so they are no longer on the list.`
    case 'list_ended':
      return `It began, and nothing had come free for ${who}.`
    case 'closed':
      return 'The list closed. What comes free from now on is open to all.'
  }
}

/** The day stands beside it where it is another. */
function clockAt(time: number, from: number, timeZone: string): string {
  const show = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at)
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const clock = show(time, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return show(time, day) === show(from, day) ? clock : `${show(time, day)}, ${clock}`
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
