import { Hono } from 'hono'
import type { AppEnv } from '../context'

export const facilitators = new Hono<AppEnv>()
