import { seats as seatWords } from '../sessions/words'
import { capital, inWords, plural } from '../ui/numbers'
import { clock, weekdayClock } from '../ui/times'
import type { Guest } from './guest'
import type { Verdict } from './verdict'

type Type = 'session' | 'retreat'

/** "12 of 20 are in"; "Thirteen expected, nobody in yet"; when it is over, "12 of 20 came" */
export function inWordsOf({ in: inside, of }: { in: number; of: number }, isOver = false): string {
  if (isOver) return cameWords(inside, of)
  if (of === 0) return 'Nobody is expected'
  if (inside === 0) return `${capital(inWords(of))} expected, nobody in yet`
  if (inside === of) return of === 1 ? 'The one expected is in' : `All ${inWords(of)} are in`
  return `${inside.toLocaleString()} of ${of.toLocaleString()} ${inside === 1 ? 'is' : 'are'} in`
}

/** Nobody let in need not mean that nobody came: the door may have stayed shut. */
function cameWords(came: number, of: number): string {
  if (of === 0) return 'Nobody was expected'
  if (came === 0) return `${capital(inWords(of))} expected, nobody marked as there`
  if (came === of) return of === 1 ? 'The one expected came' : `All ${inWords(of)} came`
  return `${came.toLocaleString()} of ${of.toLocaleString()} came`
}

/** "Two seats, with Bo and Mia" */
export function partyOf({ party_size, names }: Pick<Guest, 'party_size' | 'names'>, type: Type) {
  const seats = capital(seatWords(party_size, type))
  const company = new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
  return company ? `${seats}, with ${company}` : seats
}

/** "In since 18:02", "Did not come"; of what is over, "Was there". Of who is only expected, nothing. */
export function standing(
  guest: Pick<Guest, 'state' | 'checked_in_at'>,
  zone: string,
  isOver = false,
): string {
  if (guest.state === 'no_show') return 'Did not come'
  if (guest.state !== 'attended') return ''
  if (isOver) return 'Was there'
  return guest.checked_in_at ? `In since ${clock(guest.checked_in_at, zone)}` : 'In'
}

/** What stands over the list: whether there is a line, and what has not gone through it. */
export function lineWords(
  { hasLine, waiting, readAt }: { hasLine: boolean; waiting: number; readAt: number },
  zone: string,
): string {
  const at = clock(readAt, zone)
  if (hasLine) return `From ${at}. It also works without a network.`
  const unsent =
    waiting === 0
      ? 'Nothing waits to be sent.'
      : `${capital(plural(waiting, '# waits', '# wait', inWords(waiting)))} to be sent.`
  return `Offline. ${unsent} The list is from ${at}.`
}

/** What a code turned out to be: the first words are read from a step away. */
export function verdictWords(
  verdict: Verdict,
  { type, zone, readAt }: { type: Type; zone: string; readAt: number },
): { title: string; text: string } {
  switch (verdict.kind) {
    case 'welcome':
      return { title: verdict.guest.user.name, text: `${partyOf(verdict.guest, type)}. Let in.` }
    case 'already-in':
      return {
        title: `Already ${lowered(standing(verdict.guest, zone))}`,
        text: `${verdict.guest.user.name}. ${partyOf(verdict.guest, type)}. Nothing was changed.`,
      }
    case 'given-back':
      return {
        title: 'Cancelled',
        text: `${verdict.guest.user.name} has no ${type === 'retreat' ? 'place' : 'seat'} any more. Nobody was let in.`,
      }
    case 'other-session':
      return {
        title: 'Another session',
        text: verdict.session
          ? `This is for ${verdict.session.title}, ${weekdayClock(verdict.session.start_time, verdict.session.time_zone)}. Nobody was let in.`
          : 'This code is for none of your coming sessions. Nobody was let in.',
      }
    case 'not-on-list':
      return {
        title: 'Not on this list',
        text: `The code is ours and for this session, but newer than the list, which is from ${clock(readAt, zone)}.`,
      }
    case 'forged':
      return { title: 'Forged', text: 'This code bears our name, and we did not sign it.' }
    case 'not-ours':
      return { title: 'Not one of our codes', text: 'Ask for the code under “Your seats”.' }
  }
}

/** Why the camera shows nothing. */
export function cameraWords(cause: unknown): string {
  const name = cause instanceof DOMException ? cause.name : ''
  if (name === 'NotAllowedError') {
    return 'The camera is not allowed here. Allow it in the browser, or find the name in the list.'
  }
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    return 'There is no camera here. Find the name in the list.'
  }
  return 'The camera could not be opened. Another app may hold it; or find the name in the list.'
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export type DoorShow = 'all' | 'out' | 'in'

/** Whom to show; when it is over nobody is on the way any more. */
export const showWords = (isOver: boolean): [DoorShow, string][] =>
  isOver
    ? [
        ['all', 'All'],
        ['out', 'Not marked'],
        ['in', 'Was there'],
      ]
    : [
        ['all', 'All'],
        ['out', 'Not yet'],
        ['in', 'In'],
      ]

export const words = {
  door: 'Door',
  openDoor: 'Open the door',
  openAfterwards: 'Mark who was there',
  list: 'Everybody with a seat',
  back: 'Back to the session',
  scan: 'Scan a code',
  scanning: 'Hold a code before the camera',
  opening: 'Opening the camera',
  find: 'Find',
  findHint: 'Name or email',
  letIn: 'Let in',
  wasThere: 'Was there',
  letInAllTheSame: 'Let in all the same',
  undo: 'Undo',
  undone: (name: string) => `${name} is not in any more.`,
  isIn: (name: string) => `${name} is in.`,
  somebody: 'Somebody with a code',
  addedByYou: 'Added by you',
  nobodyFound: 'Nobody here has that name.',
  nobody: 'Nobody has booked yet.',
  none: { all: 'Nobody has booked yet.', out: 'Everybody is in.', in: 'Nobody is in yet.' },
  notFound: 'This list could not be read.',
  needsLine: 'This list was not opened on this phone yet. It needs a network once.',
  readAgain: 'Try again',
  turnedDown: (name: string, kind: 'in' | 'out', message: string) =>
    kind === 'in' ? `${name} was not let in. ${message}` : `${name} stays in. ${message}`,
  gotIt: 'Understood',
  done: 'Done',
}
