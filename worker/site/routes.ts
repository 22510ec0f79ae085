import { Hono } from 'hono'
import type { AppEnv } from '../context'

export const site = new Hono<AppEnv>()
