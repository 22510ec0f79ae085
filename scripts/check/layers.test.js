import { expect, it } from 'vitest'
import { breaches, RULES } from './layers.js'

/**
 * For each rule files that break it, and as the last one a file that does not.
 * @type {Record<string, [file: string, source: string][]>}
 */
const EXAMPLES = {
  'routes know no database and no object': [
    ['worker/bookings/routes.ts', "import { eq } from 'drizzle-orm'"],
    ['worker/bookings/routes.ts', "import type { BookingDesk } from './booking-desk'"],
    ['worker/bookings/routes.ts', "import { book } from './book'"],
  ],
  'only routes, middleware and what describes them know Hono': [
    ['worker/bookings/book.ts', "import type { Context } from 'hono'"],
    ['worker/bookings/routes.ts', "import { Hono } from 'hono'"],
  ],
  'what decides imports only types, and what else decides': [
    ['worker/bookings/seats.ts', "import { iso } from '../sessions/session'"],
    ['worker/bookings/waiting-list.ts', "import { note } from './desk/decisions'"],
    ['worker/outbox.ts', "import {\n  type A,\n  b,\n} from './errors'"],
    ['worker/bookings/seats.ts', "import { isPromoting } from './waiting-list'"],
  ],
  'what decides has no clock, no randomness and no env': [
    ['worker/notifications/queue.ts', 'const now = Date.now()'],
    ['worker/notifications/queue.ts', '// Date.now() is for callers\nconst now = 1'],
  ],
  'what is inside a desk only the desk knows': [
    ['worker/bookings/book.ts', "import { bookAtDesk } from './desk/book'"],
    ['worker/bookings/commands.ts', "import type { Decided } from './desk/store'"],
  ],
  'only durable-objects.ts knows how objects are addressed': [
    ['worker/sweep.ts', "env.BOOKING_DESK.getByName('1')"],
    ['worker/durable-objects.ts', "env.BOOKING_DESK.getByName('1')"],
  ],
  'only app.ts and what stands before it mount routes': [
    ['worker/bookings/book.ts', "import { bookings } from './routes'"],
    ['worker/app.ts', "import { bookings } from './bookings/routes'"],
  ],
  'the database knows nothing above it but errors': [
    ['worker/db/client.ts', "import { book } from '../bookings/book'"],
    ['worker/db/client.ts', "import { ApiError } from '../errors'"],
  ],
  'errors know nobody': [
    ['worker/errors.ts', "import { words } from './bookings/words'"],
    ['worker/errors.ts', "import type { StatusCode } from 'hono/utils/http-status'"],
  ],
  'the Worker knows nothing of the page': [
    ['worker/sessions/session.ts', "import { paths } from '../../web/src/paths'"],
    ['worker/sessions/session.ts', "import { paths } from './paths'"],
  ],
  'the page takes only types from the Worker': [
    ['web/src/api.ts', "import { app } from '../../worker/app'"],
    ['web/src/api.ts', "const app = await import('../../worker/app')"],
    ['web/src/api.ts', "import type { AppType } from '../../worker/app'"],
  ],
  'ui knows nothing of ours but styles': [
    ['web/src/ui/Button.tsx', "import type { Me } from '../users/me'"],
    ['web/src/ui/Button.tsx', "import { A } from '@solidjs/router'"],
    ['web/src/ui/Button.tsx', "import './button.css'"],
  ],
  'nouns know no page': [
    ['web/src/bookings/mine.ts', "import { Home } from '../pages/Home'"],
    ['web/src/pages/Home.tsx', "import { Page } from './Page'"],
  ],
}

for (const rule of RULES) {
  const bad = EXAMPLES[rule.name]?.slice(0, -1) ?? []
  const good = EXAMPLES[rule.name]?.slice(-1) ?? []
  it(`${rule.name}: there is an example`, () => {
    expect(bad.length * good.length).toBeGreaterThan(0)
  })
  it.each(bad)(`${rule.name}: %s may not say: %s`, (file, source) => {
    expect(breaches(file, source).join()).toContain(rule.name)
  })
  it.each(good)(`${rule.name}: %s may say: %s`, (file, source) => {
    expect(breaches(file, source)).toEqual([])
  })
}
