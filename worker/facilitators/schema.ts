import { z } from 'zod'
import { NOTES_MAX, partySize } from '../bookings/schema'
import { once, pageQuery } from '../paging'
import { instantOf, isDate } from '../sessions/times'
import { email, name } from '../users/schema'
import { blankIsAbsent, neededText, optionalText } from '../validate'

/** Which of her sessions. Coming ones last until they end, and begin with the soonest. */
export const SHOWS = ['coming', 'past', 'drafts', 'cancelled', 'all'] as const
export type Show = (typeof SHOWS)[number]

/** `from` and `to` keep what runs on these dates of UTC, a retreat on any of its days. */
export const ownSessionsQuery = pageQuery.extend({
  from: date(),
  to: date(),
  show: z
    .enum(SHOWS, `One of ${SHOWS.join(', ')}, once.`)
    .optional()
    .default('all'),
})

/** This month and the eleven before are `12m`. */
export const LASTS = ['30d', '90d', '12m', 'all'] as const

/** `GET /facilitator/statistics`: whole days, the last twelve weeks unless said otherwise. */
export const statisticsQuery = z
  .object({
    from: date(),
    to: date(),
    last: z.enum(LASTS, `One of ${LASTS.join(', ')}, once.`).optional(),
  })
  .refine(({ from, to, last }) => !last || !(from || to), {
    path: ['last'],
    message: 'Either this, or from and to.',
  })
export type StatisticsQuery = z.output<typeof statisticsQuery>

export const SUBJECT_MAX = 200
export const TEXT_MAX = 5_000

/** `POST /facilitator/sessions/:id/messages`. */
export const newMessage = z.object({
  subject: neededText(SUBJECT_MAX),
  text: neededText(TEXT_MAX),
  to: blankIsAbsent(
    z
      .union(
        [z.literal('all'), z.array(z.int().positive()).min(1, 'At least one booking.')],
        'Either "all" or a list of bookings by their ids.',
      )
      .meta({ default: 'all' }),
  ).transform((to) => to ?? 'all'),
})

/** `GET /facilitator/sessions/:id/bookings`: who has a seat or had one, or who waits. */
export const attendeesQuery = pageQuery.extend({
  state: z.literal('waiting', 'Only waiting, or leave it out.').optional(),
})
export type AttendeesQuery = z.output<typeof attendeesQuery>

/** `POST /facilitator/sessions/:id/attendees`. */
export const newAttendee = z.object({
  name,
  email: blankIsAbsent(email),
  party_size: blankIsAbsent(partySize.meta({ default: 1 })).transform((seats) => seats ?? 1),
  notes: optionalText(NOTES_MAX),
  check_in: blankIsAbsent(z.boolean('Either true or false.').meta({ default: false })).transform(
    (isIn) => isIn ?? false,
  ),
})

/** `POST /facilitator/bookings/:id/check-in`. */
export const checkInBody = z.object({
  at: blankIsAbsent(instant(z.string('Text is expected here.'))),
})

/** `GET /facilitator/overlaps`. */
export const overlapsQuery = z.object({
  start_time: instant(once()),
  end_time: instant(once()),
  except: once()
    .regex(/^[1-9]\d{0,14}$/, 'The id of a session, a whole number.')
    .optional()
    .transform((id) => (id === undefined ? null : Number(id))),
})

export type NewMessage = z.output<typeof newMessage>

export type OwnSessionsQuery = z.output<typeof ownSessionsQuery>

function date() {
  return once()
    .refine((text) => text === '' || isDate(text), 'A date such as 2027-05-01.')
    .transform((text) => text || undefined)
    .optional()
}

/** Local times would need a zone to be meant in. */
function instant(text: z.ZodString) {
  return text.transform((time, check) => {
    const at = /T.*(Z|[+-]\d\d)/.test(time) ? instantOf(time, 'UTC') : null
    if (at !== null) return at
    check.addIssue('A time such as 2027-05-01T09:00:00Z.')
    return z.NEVER
  })
}
