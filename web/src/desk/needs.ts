import { seatNoun } from '../sessions/words'
import { capital, inWords, plural } from '../ui/numbers'
import type { Attendee, DeskSession } from './queries'
import { offeredUntil, whenShort } from './words'

export type Need = { sentence: string; verb: string }
type Offer = Pick<Attendee, 'expires_at'> & { user: Pick<Attendee['user'], 'name'> }

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

/**
 * What about a session is for her to know or to do: a sentence and a verb each. Whom its seats are
 * offered to may not be known yet.
 */
export function needsOf(session: Needing, offers: Offer[] = []): Need[] {
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
    const to = toWhom(offers, session.time_zone)
    needs.push({
      sentence: `${capital(seats)} offered${to}.${behind}`,
      verb: to ? 'Look' : 'To whom',
    })
  } else if (waiting > 0) {
    const sentence = `${waitWords(waiting)} for ${title}, ${whenShort(session)}.`
    needs.push({ sentence, verb: 'See who' })
  }
  return needs
}

/** " to Tomasz until 14:20"; of more than two, a sentence would only be long. */
function toWhom(offers: Offer[], zone: string): string {
  const [first, ...others] = offers
  if (!first || others.length > 1) return ''
  const names = offers.map(({ user }) => user.name)
  const until =
    others.length === 0 && first.expires_at ? ` ${offeredUntil(first.expires_at, zone)}` : ''
  return ` to ${new Intl.ListFormat('en').format(names)}${until}`
}

const waitWords = (waiting: number) =>
  capital(plural(waiting, '# waits', '# wait', inWords(waiting)))
