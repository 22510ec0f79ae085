import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context'
import { linkToNext } from '../paging'
import { idParam, validate } from '../validate'
import { admitCrm } from './bearer'
import { listNotifications } from './list'
import { markProcessed } from './mark-processed'
import { receive } from './receive'
import { notificationBody, notificationsQuery } from './schema'

/** On each route by itself: what else lies under /api has another door. */
const crmOnly = createMiddleware<AppEnv>(async (c, next) => {
  admitCrm(c.env, c.req.header('Authorization'))
  await next()
})

/** Mounted at /api, above `identify`: the CRM's Bearer is nobody's access token. */
export const crm = new Hono<AppEnv>()
  .post('/booking-notification', crmOnly, validate('json', notificationBody), async (c) => {
    const { id } = await receive(c.var.ctx, c.req.valid('json'))
    return c.json({ message: 'Notification received.', notification_id: id }, 200)
  })
  .get('/notifications', crmOnly, validate('query', notificationsQuery), async (c) => {
    const { notifications, next } = await listNotifications(c.var.ctx, c.req.valid('query'))
    return c.json(notifications, 200, linkToNext(c.req.url, next))
  })
  .put('/notifications/:id/process', crmOnly, validate('param', idParam), async (c) => {
    const { id } = c.req.valid('param')
    await markProcessed(c.var.ctx, id)
    return c.json({ message: 'Notification processed.', notification_id: id }, 200)
  })
