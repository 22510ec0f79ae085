import { z } from 'zod'
import type { Operations } from '../openapi/operation'
import { marked, notice, unmarked } from './answers'

export const noticeOperations: Operations = {
  'GET /api/facilitator/notifications': {
    summary: 'List her notices',
    description:
      'The newest first; `before` is the `seq` at which to go on. `type` takes some, by commas.',
    who: 'facilitator',
    answers: {
      200: {
        description: 'A page of the list.',
        schema: z.array(notice),
        headers: {
          Link: 'Where the list goes on: `<…>; rel="next"`. Absent on its last page.',
          'X-Unread': 'How many of her notices are unread.',
        },
      },
    },
  },
  'POST /api/facilitator/notifications/read': {
    summary: 'Mark notices as read',
    description: 'Either some by `ids`, or everything up to a `seq` by `through`.',
    who: 'facilitator',
    answers: { 200: marked },
  },
  'POST /api/facilitator/notifications/unread': {
    summary: 'Take a mark back',
    description: 'What was read by that `mark` is unread again, and nothing else.',
    who: 'facilitator',
    answers: { 200: unmarked },
  },
  'GET /api/notifications/socket': {
    summary: 'Open the socket on which notices arrive',
    description:
      'WebSocket. `after` is the last `seq` that was seen, `epoch` that of the last `hello`. docs/notifications.md has the messages.',
    who: 'facilitator',
    answers: { 101: { description: 'The line is open.' } },
    refuses: ['cross_site', 'upgrade_required'],
  },
}
