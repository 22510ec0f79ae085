import { app } from './app'
import type { CrmRow } from './bookings/record'
import { consume as consumeCrm } from './crm/consume'
import { consumeDead as consumeDeadCrm, replayDeadLetters } from './crm/dead-letters'
import type { Env } from './env'
import { consume } from './mail/consume'
import { consumeDead, tendDeadLetters } from './mail/dead-letters'
import type { Mail } from './mail/letter'
import { fillHours } from './sessions/fill-hours'
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
    if (batch.queue === 'stillpoint-crm') await consumeCrm(batch as MessageBatch<CrmRow>, env)
    if (batch.queue === 'stillpoint-crm-dead') {
      await consumeDeadCrm(batch as MessageBatch<CrmRow>, env, Date.now())
    }
  },
  async scheduled({ scheduledTime }, env) {
    // Each on its own: one that fails must not keep the others from their turn.
    const rounds = [
      sweep(env, scheduledTime),
      tendDeadLetters(env, scheduledTime),
      replayDeadLetters(env),
      fillHours(env),
    ]
    for (const round of await Promise.allSettled(rounds)) {
      if (round.status === 'rejected') {
        console.error({ event: 'round_failed', error: String(round.reason) })
      }
    }
  },
} satisfies ExportedHandler<Env>
