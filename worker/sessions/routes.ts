import { Hono } from 'hono'
import type { AppEnv } from '../context'

export const sessions = new Hono<AppEnv>()
