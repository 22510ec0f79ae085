import type { Ctx } from '../context'
import { pageOf } from '../paging'
import { notificationOut } from './notification'
import { listNewestFirst } from './queries'
import type { NotificationsQuery } from './schema'

/** The CRM's log, the last logged first: in the order of ids, which is not always that of bookings. */
export async function listNotifications(ctx: Ctx, query: NotificationsQuery) {
  const { processed, cursor, limit } = query
  const rows = await listNewestFirst(ctx.db, {
    processed,
    beforeId: cursor?.id ?? null,
    limit: limit + 1,
  })
  const { items, next } = pageOf(rows, limit, ({ receivedAt, id }) => ({ at: receivedAt, id }))
  return { notifications: items.map(notificationOut), next }
}
