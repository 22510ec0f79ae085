import { Hono } from 'hono'
import { answerError } from './answer-error'
import { limitBody, requireJson } from './body'
import { liveSeats } from './bookings/live-routes'
import { bookings } from './bookings/routes'
import { waiting } from './bookings/waiting-routes'
import type { AppEnv } from './context'
import { crm } from './crm/routes'
import { allowOrigins, refuseCrossSite } from './cross-site'
import { door } from './facilitators/door-routes'
import { facilitators, profiles } from './facilitators/routes'
import { health } from './health/routes'
import { logRequests } from './log'
import { facilitatorNotices, notices } from './notifications/routes'
import { openContext } from './open-context'
import { documentation } from './openapi/routes'
import { limitRate } from './rate-limit'
import { requireKeys } from './require-keys'
import { securityHeaders } from './security-headers'
import { sessions } from './sessions/routes'
import { site } from './site/routes'
import { identify } from './users/identify'
import { users } from './users/routes'
import { refuseWrongMethod } from './wrong-method'

const base = new Hono<AppEnv>()

export const app = base
  .use(openContext, logRequests, securityHeaders, allowOrigins)
  .use(limitRate('API_RATE'), refuseWrongMethod(base))
  // Above the keys: what is not set up yet must still be able to say so, and what it will answer.
  .route('/health', health)
  .route('/api/health', health)
  .route('/api', documentation(base))
  .use(requireKeys, refuseCrossSite, limitBody, requireJson)
  // Above identity: a CRM shows a token of its own, which is nobody's access token.
  .route('/api', crm)
  .use(identify)
  .basePath('/api')
  .route('/site', site)
  .route('/auth', users)
  .route('/sessions', sessions)
  .route('/bookings', bookings)
  .route('/', waiting)
  .route('/', liveSeats)
  .route('/facilitator/notifications', facilitatorNotices)
  .route('/facilitator', facilitators)
  .route('/facilitator', door)
  .route('/facilitators', profiles)
  .route('/notifications', notices)

app.onError(answerError)

app.notFound((c) => c.json({ error: 'There is nothing at this address.', code: 'not_found' }, 404))

/** What `hc<AppType>` knows in the browser: every path, its input and its answers. */
export type AppType = typeof app
