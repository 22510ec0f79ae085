import { Hono } from 'hono'
import type { AppEnv } from '../context'

export const users = new Hono<AppEnv>()
