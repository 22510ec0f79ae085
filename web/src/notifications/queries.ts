import { query } from '@solidjs/router'
import { api } from '../api'
import { readPages } from '../next-page'
import { type Filter, TYPES } from './history'

/** Her notices, newest first, as many pages as were asked for. */
export const noticeHistory = query(
  ({ kind, ...rest }: Filter, pages: number) =>
    readPages(pages, (more) =>
      api.facilitator.notifications.$get({
        query: { limit: '50', ...rest, ...(kind ? { type: TYPES[kind].join(',') } : {}), ...more },
      }),
    ),
  'notice-history',
)
