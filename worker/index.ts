import { app } from './app'
import type { Env } from './env'
import { sweep } from './sweep'

export { BookingDesk } from './bookings/booking-desk'
export { FacilitatorInbox } from './notifications/facilitator-inbox'

export default {
  fetch: app.fetch,
  async scheduled({ scheduledTime }, env) {
    await sweep(env, scheduledTime)
  },
} satisfies ExportedHandler<Env>
