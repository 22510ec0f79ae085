import { z } from 'zod'
import { once, pageQuery } from '../paging'
import { blankIsAbsent, optionalText } from '../validate'

export const PARTY_MAX = 20
export const NOTES_MAX = 2_000

const wholeNumber = (words: string) => z.int(words)

/** `POST /bookings`. A party of one unless said; names are those who come along. */
export const bookBody = z.object({
  session_id: wholeNumber('The id of a session, a whole number.').positive(
    'The id of a session, a whole number.',
  ),
  party_size: blankIsAbsent(
    wholeNumber('How many seats, a whole number.')
      .min(1, 'At least one seat.')
      .max(PARTY_MAX, `At most ${PARTY_MAX} seats in one booking.`)
      .meta({ default: 1 }),
  ).transform((seats) => seats ?? 1),
  names: blankIsAbsent(
    z
      .array(z.string('A name is text.').trim().max(200, 'At most 200 characters.'))
      .max(PARTY_MAX, `At most ${PARTY_MAX} names.`)
      .meta({ default: [] }),
  ).transform((names) => names ?? []),
  notes: optionalText(NOTES_MAX),
})

export const cancelBody = z.object({ reason: optionalText(NOTES_MAX) })

/** `GET /bookings/my`. */
export const myQuery = pageQuery.extend({
  when: once()
    .pipe(z.enum(['upcoming', 'past'], 'Either upcoming or past.'))
    .optional(),
})
export type MyQuery = z.infer<typeof myQuery>
