import { Hono } from 'hono'
import type { AppEnv } from '../context'

export const bookings = new Hono<AppEnv>()
