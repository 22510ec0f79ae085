import { env } from 'cloudflare:workers'
import type { Env } from '../env'
import { consume } from '../mail/consume'
import type { Mail } from '../mail/letter'
import type { MailEvent } from '../mail/mail-event'

const HOUR_MS = 3_600_000

/** What a site has that sends mail. */
export const MAIL_SETTINGS = {
  MAIL_FROM: 'post@stillpoint.test',
  MAIL_FROM_NAME: 'Stillpoint',
  SITE_URL: 'https://stillpoint.test',
}

/** A binding that sends nowhere, and fails as it is told: each of `faults` once, then no more. */
export function aPostOffice(...faults: unknown[]) {
  const sent: EmailMessageBuilder[] = []
  const tried: EmailMessageBuilder[] = []
  async function send(letter: EmailMessageBuilder) {
    tried.push(letter)
    const fault = faults.shift()
    if (fault) throw fault
    sent.push(letter)
    return { messageId: `<${sent.length}@stillpoint.test>` }
  }
  return { sent, tried, EMAIL: { send } as unknown as SendEmail }
}

export const bindingError = (code: string) => Object.assign(new Error('refused'), { code })

/** One delivery by the queue. Answers which letters it would deliver again, and after how long. */
export async function deliver(
  office: { EMAIL: SendEmail },
  mails: Mail[],
  { attempts = 1, now, ...changes }: Partial<Env> & { attempts?: number; now?: number } = {},
) {
  const done: string[] = []
  const again: { id: string; delaySeconds: number | undefined }[] = []
  // Not a batch of cloudflare:test: what that reports of a retry leaves out its delay.
  const messages = mails.map((body) => ({
    id: body.id,
    body,
    attempts,
    ack: () => done.push(body.id),
    retry: (options?: QueueRetryOptions) =>
      again.push({ id: body.id, delaySeconds: options?.delaySeconds }),
  }))
  const batch = { queue: 'stillpoint-mail', messages } as unknown as MessageBatch<Mail>
  const site = { ...env, ...MAIL_SETTINGS, EMAIL: office.EMAIL, ...changes }
  await consume(batch, site, () => now ?? Date.now())
  return { done, again }
}

type Parts = Partial<Omit<MailEvent, 'session' | 'booking'>> & {
  session?: Partial<MailEvent['session']>
  booking?: Partial<MailEvent['booking']>
}

/** Ann's two seats on a winter morning in Amsterdam. */
export function aMailEvent({ session, booking, ...parts }: Parts = {}): MailEvent {
  const startTime = Date.parse('2026-12-04T09:00:00Z')
  return {
    id: `booking_confirmed:7000001:visitor:3:${crypto.randomUUID()}`,
    kind: 'booking_confirmed',
    to: { userId: 1, as: 'visitor' },
    session: {
      id: 7,
      facilitatorId: 3,
      status: 'active',
      sessionType: 'session',
      title: 'Morning Meditation',
      startTime,
      endTime: startTime + HOUR_MS,
      timeZone: 'Europe/Amsterdam',
      capacity: 10,
      priceMinor: 2500,
      currency: 'EUR',
      paymentNote: null,
      placeName: 'The Loft',
      placeAddress: 'Keizersgracht 1, Amsterdam',
      onlineUrl: null,
      arrivalNote: 'The bell says Loft.',
      bookingClosesHours: 0,
      freeCancelHours: 24,
      waitlistPolicy: 'skip',
      promotionClosesHours: 0,
      cancelReason: null,
      movedAt: null,
      movedFreeUntil: null,
      createdAt: startTime - 1000 * HOUR_MS,
      ...session,
    },
    facilitator: { id: 3, userId: 2, name: 'Jane Smith' },
    booking: {
      id: 7_000_001,
      sessionId: 7,
      facilitatorId: 3,
      userId: 1,
      state: 'confirmed',
      partySize: 2,
      names: ['Ben'],
      notes: 'My knee is stiff.',
      priceMinor: 2500,
      currency: 'EUR',
      idempotencyKey: null,
      fingerprint: null,
      expiresAt: null,
      cancelledBy: null,
      cancelReason: null,
      late: false,
      bookedBy: 'user',
      waitedAt: null,
      called: null,
      checkedInAt: null,
      createdAt: startTime - 100 * HOUR_MS,
      updatedAt: startTime - 100 * HOUR_MS,
      rev: 3,
      ...booking,
    },
    visitor: { name: 'Ann Visitor', email: 'ann@example.com' },
    seats: { taken: 2, pending: 0, waiting: 0, available: 8 },
    rev: 3,
    at: startTime - 100 * HOUR_MS,
    ...parts,
  }
}
