import { env } from 'cloudflare:workers'
import { openDb } from '../db/client'
import { mailTokens, signIns } from '../db/schema'
import { facilitatorInbox } from '../durable-objects'
import type { Env } from '../env'
import type { Mail } from '../mail/letter'
import { newSignIn } from '../users/grant'
import { type MailTokenKind, newMailToken } from '../users/mail-tokens'
import { cheapHash } from './accounts'
import { requestWith } from './client'
import { aFacilitator, aSession, aUser } from './factories'
import { aGoogle } from './google'
import { anEvent } from './inbox'
import { MAIL_SETTINGS } from './mail'

export const PASSWORD = 'a quiet morning'
const CRM_TOKEN = 'the token of a CRM'

/** Whoever may ask. The first facilitator gives the session in which the first user has a seat. */
export const ACTORS = [
  'nobody',
  'user',
  'other user',
  'facilitator',
  'other facilitator',
  'CRM',
] as const
export type Actor = (typeof ACTORS)[number]

/** A Google that signs for whoever asks; tests put its `fetch` in the place of the real one. */
export const google = await aGoogle()

/** A site where everything is set up, and something has happened. Each test may do with its own as it likes. */
export async function aWorld() {
  const [user, other, jane, mary] = await Promise.all([
    aUser({ passwordHash: cheapHash(PASSWORD) }),
    aUser({ name: 'Bob Visitor' }),
    aFacilitator({ bio: 'Sits every day.' }),
    aFacilitator(),
  ])
  const [sessionId, unbookedId, draftId] = await Promise.all([
    aSession(jane, { onlineUrl: 'https://example.com/room', arrivalNote: 'Ring twice.' }),
    aSession(jane, { days: [{ date: '2027-05-01', title: 'Arrival', text: '' }] }),
    aSession(jane, { status: 'draft' }),
  ])
  const bearers: Record<Actor, string | null> = {
    nobody: null,
    user: user.bearer,
    'other user': other.bearer,
    facilitator: jane.bearer,
    'other facilitator': mary.bearer,
    CRM: CRM_TOKEN,
  }
  const world = { user, other, jane, mary, sessionId, unbookedId, draftId, bearers }
  const booked = await send(world, 'user', 'POST', '/api/bookings', {
    body: { session_id: sessionId, notes: 'Bad knee', names: ['Cem'], party_size: 2 },
  })
  const { booking_id: bookingId } = await booked.json<{ booking_id: number }>()
  await facilitatorInbox(env, jane.facilitatorId).deliver([anEvent(1)])
  return { ...world, bookingId }
}

export type World = Awaited<ReturnType<typeof aWorld>>

type Sent = {
  body?: unknown
  headers?: Record<string, string> | undefined
  /** What is otherwise than in other worlds. */
  settings?: Partial<Env>
  answered?: () => void
}

/** Asks the Worker of a world as one of its people; a body that is no text or bytes goes as JSON. */
export function send(
  { bearers }: Pick<World, 'bearers'>,
  actor: Actor,
  method: string,
  path: string,
  { body, headers, settings, answered }: Sent = {},
): Promise<Response> {
  const bearer = bearers[actor]
  const init = {
    method,
    headers: {
      ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: bodyOf(body),
  }
  return requestWith({ ...SETTINGS, ...settings }, path, init, answered)
}

function bodyOf(body: unknown): BodyInit | null {
  if (body === undefined) return null
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
}

const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GOOGLE_ISSUER } = google.env
const SETTINGS = {
  ...MAIL_SETTINGS,
  MAIL: { send: async () => {}, sendBatch: async () => {} } as unknown as Queue<Mail>,
  EMAIL: {} as SendEmail,
  CRM_BEARER_TOKEN: CRM_TOKEN,
  GOOGLE_CLIENT_ID,
  GOOGLE_CLIENT_SECRET,
  GOOGLE_ISSUER,
} as Partial<Env>

/** A sign-in that goes on, and the token that renews it. */
export async function aSignInOf({ userId }: { userId: number }) {
  const { row, refreshToken } = newSignIn(Date.now(), { carrier: 'body', userAgent: 'a test' })
  await openDb(env.DB)
    .insert(signIns)
    .values({ ...row, userId })
  return { id: row.id, refreshToken }
}

/** As it stands in a letter's link. */
export async function aMailToken({ userId }: { userId: number }, kind: MailTokenKind) {
  const { token, row } = newMailToken(userId, kind, Date.now())
  await openDb(env.DB).insert(mailTokens).values(row)
  return token
}
