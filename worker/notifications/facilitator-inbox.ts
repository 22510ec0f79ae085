import { DurableObject } from 'cloudflare:workers'
import type { Env } from '../env'
import type { DeskEvent } from './messages'

export class FacilitatorInbox extends DurableObject<Env> {
  /** Takes each `rev` of a session once and in order; whatever it has already is passed over. */
  async deliver(_events: DeskEvent[]): Promise<void> {}
}
