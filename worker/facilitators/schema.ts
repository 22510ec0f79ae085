import { z } from 'zod'
import { once, pageQuery } from '../paging'
import { isDate } from '../sessions/times'
import { blankIsAbsent, neededText } from '../validate'

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

export type NewMessage = z.output<typeof newMessage>

export type OwnSessionsQuery = z.output<typeof ownSessionsQuery>

function date() {
  return once()
    .refine((text) => text === '' || isDate(text), 'A date such as 2027-05-01.')
    .transform((text) => text || undefined)
    .optional()
}
