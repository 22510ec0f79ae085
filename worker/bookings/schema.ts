import { z } from 'zod'
import { once, pageQuery } from '../paging'
import { blankIsAbsent, optionalText } from '../validate'

export const PARTY_MAX = 20
export const NOTES_MAX = 2_000

function wholeNumber(words: string) {
  return z.int(words)
}

export const partySize = wholeNumber('How many seats, a whole number.')
  .min(1, 'At least one seat.')
  .max(PARTY_MAX, `At most ${PARTY_MAX} seats in one booking.`)

const names = z
  .array(z.string('A name is text.').trim().max(200, 'At most 200 characters.'))
  .max(PARTY_MAX, `At most ${PARTY_MAX} names.`)

/** A party of one unless said; names are those who come along. */
const party = {
  party_size: blankIsAbsent(partySize.meta({ default: 1 })).transform((seats) => seats ?? 1),
  names: blankIsAbsent(names.meta({ default: [] })).transform((names) => names ?? []),
  notes: optionalText(NOTES_MAX),
}

/** Who books may be among them. */
const namesFit = (asked: { party_size: number; names?: string[] | undefined }) =>
  (asked.names?.length ?? 0) <= asked.party_size
const TOO_MANY_NAMES = { path: ['names'], error: 'No more names than seats.' }

/** `POST /bookings`. */
export const bookBody = z
  .object({
    session_id: idOf('a session'),
    ...party,
  })
  .refine(namesFit, TOO_MANY_NAMES)

/** `POST /sessions/:id/waitlist`. */
export const joinBody = z
  .object({
    ...party,
    old_place: z
      .boolean('Whether to wait in the place that was just left: true or false.')
      .optional()
      .meta({
        description:
          'Undoes leaving, for no more seats than before: until `place_kept_until` it leads to where one stood, later to the end.',
      }),
  })
  .refine(namesFit, TOO_MANY_NAMES)

/** `POST /bookings/:id/reduce`. Names stay in their order unless others are said. */
export const reduceBody = z
  .object({ party_size: partySize, names: blankIsAbsent(names) })
  .refine(namesFit, TOO_MANY_NAMES)

const TOKEN_MAX = 2_000
const token = z
  .string('The token of the letter’s link, text.')
  .min(1, 'The token of the letter’s link.')
  .max(TOKEN_MAX, 'This is no token of ours.')

/** `POST /bookings/:id/accept` and `/decline`. */
export const answerBody = z.object({ token: blankIsAbsent(token) })

/** `POST /offers/look`. */
export const lookBody = z.object({ booking_id: idOf('a booking'), token })

export const cancelBody = z.object({ reason: optionalText(NOTES_MAX) })

/** `GET /bookings/my`. */
export const myQuery = pageQuery.extend({
  when: once()
    .pipe(z.enum(['upcoming', 'past'], 'Either upcoming or past.'))
    .optional(),
})
export type MyQuery = z.infer<typeof myQuery>

/** `GET /availability`: all to come unless some are named. */
export const availabilityQuery = z.object({
  ids: once()
    .regex(/^(\d{1,15}(,\d{1,15}){0,99})?$/, 'Up to 100 ids of sessions, with commas between.')
    .optional()
    .transform((ids) => (ids ? [...new Set(ids.split(',').map(Number))] : null)),
})

function idOf(what: string) {
  const words = `The id of ${what}, a whole number.`
  return wholeNumber(words).positive(words)
}
