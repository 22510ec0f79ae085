import { Hono } from 'hono'
import type { AppEnv } from '../context'

/** Mounted at /api/facilitator/notifications: history, unread, mark read. */
export const facilitatorNotices = new Hono<AppEnv>()

/** Mounted at /api/notifications: the socket. */
export const notices = new Hono<AppEnv>()
