import { seatNoun } from '../sessions/words'
import { capital, inWords, plural } from '../ui/numbers'
import type { DeskSession } from './queries'
import { whenShort } from './words'

export type Need = { sentence: string; verb: string }

type Needing = Pick<
  DeskSession,
  | 'title'
  | 'session_type'
  | 'start_time'
  | 'end_time'
  | 'time_zone'
  | 'capacity'
  | 'over'
  | 'pending'
  | 'waiting'
>

/** What about a session is for her to know or to do: a sentence and a verb each. */
export function needsOf(session: Needing): Need[] {
  const { title, session_type: type, over, pending, waiting, capacity } = session
  const needs: Need[] = []
  if (over > 0) {
    const sentence = `${title}, ${whenShort(session)}, is ${over} over its capacity of ${capacity}.`
    needs.push({ sentence, verb: 'Look' })
  }
  if (pending > 0) {
    const { one, other } = seatNoun(type)
    const seats = plural(
      pending,
      `# ${one} in ${title} is`,
      `# ${other} in ${title} are`,
      inWords(pending),
    )
    const behind = waiting > 0 ? ` ${waitWords(waiting)} behind.` : ''
    needs.push({ sentence: `${capital(seats)} offered.${behind}`, verb: 'To whom' })
  } else if (waiting > 0) {
    const sentence = `${waitWords(waiting)} for ${title}, ${whenShort(session)}.`
    needs.push({ sentence, verb: 'See who' })
  }
  return needs
}

const waitWords = (waiting: number) =>
  capital(plural(waiting, '# waits', '# wait', inWords(waiting)))
