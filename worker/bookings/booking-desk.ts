import { DurableObject } from 'cloudflare:workers'
import type { Env } from '../env'
import type {
  Amend,
  Amended,
  Book,
  Booked,
  CancelBooking,
  Cancelled,
  CancelSession,
  Desk,
  Read,
  Refused,
} from './commands'

const NOT_YET: Refused = { kind: 'refused', code: 'broken', message: 'Not built yet.' }

export class BookingDesk extends DurableObject<Env> implements Desk {
  async open(): Promise<{ kind: 'open' } | Refused> {
    return NOT_YET
  }
  async read(_userId: number | null): Promise<Read> {
    return NOT_YET
  }
  async book(_command: Book): Promise<Booked> {
    return NOT_YET
  }
  async cancel(_command: CancelBooking): Promise<Cancelled> {
    return NOT_YET
  }
  async amend(_command: Amend): Promise<Amended> {
    return NOT_YET
  }
  async cancelSession(_command: CancelSession): Promise<Amended> {
    return NOT_YET
  }
}
