import { app } from './app'
import type { Env } from './env'
import { consume } from './mail/consume'
import { consumeDead, tendDeadLetters } from './mail/dead-letters'
import type { Mail } from './mail/letter'
import { sweep } from './sweep'

export { BookingDesk } from './bookings/booking-desk'
export { FacilitatorInbox } from './notifications/facilitator-inbox'

export default {
  fetch: app.fetch,
  async queue(batch, env) {
    // Each queue carries one kind of body, and its name is all that tells which.
    if (batch.queue === 'stillpoint-mail') await consume(batch as MessageBatch<Mail>, env)
    if (batch.queue === 'stillpoint-mail-dead') {
      await consumeDead(batch as MessageBatch<Mail>, env, Date.now())
    }
  },
  async scheduled({ scheduledTime }, env) {
    await sweep(env, scheduledTime)
    await tendDeadLetters(env, scheduledTime)
  },
} satisfies ExportedHandler<Env>
