import { z } from 'zod'
import { pageQuery } from '../paging'

/** Which of her sessions. Coming ones last until they end, and begin with the soonest. */
export const SHOWS = ['coming', 'past', 'drafts', 'cancelled', 'all'] as const
export type Show = (typeof SHOWS)[number]

export const ownSessionsQuery = pageQuery.extend({
  show: z
    .enum(SHOWS, `One of ${SHOWS.join(', ')}, once.`)
    .optional()
    .default('all'),
})

export type OwnSessionsQuery = z.output<typeof ownSessionsQuery>
