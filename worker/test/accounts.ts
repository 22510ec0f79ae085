import { env } from 'cloudflare:workers'
import { scryptSync } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Identity } from '../context'
import { openDb } from '../db/client'
import { signIns, users } from '../db/schema'
import type { Env } from '../env'
import { isLetter, type Letter, type Mail } from '../mail/letter'
import { newSignIn } from '../users/grant'
import { aCtx } from './factories'
import { MAIL_SETTINGS } from './mail'

const HOUR_MS = 3_600_000

/** A hash that was cheap to make, so that a test about something else does not wait for one. */
export function cheapHash(password: string): string {
  const salt = Buffer.from('sixteen bytes ok')
  const hash = scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 })
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64'))
  return `$scrypt$ln=10,r=8,p=1$${saltText}$${hashText}`.replace(/=+(?=\$|$)/g, '')
}

/** A site that sends mail, and the letters that its queue was handed. */
export function aMailbox() {
  const letters: Letter[] = []
  const MAIL = {
    send: async (mail: Mail) => {
      if (isLetter(mail)) letters.push(mail)
    },
  } as unknown as Queue<Mail>
  const settings = { ...MAIL_SETTINGS, MAIL, EMAIL: {} as SendEmail } satisfies Partial<Env>
  return { letters, settings, env: { ...env, ...settings } }
}

/** Signed in on one more device. */
export async function aSignInOf(
  who: { userId: number; facilitatorId: number | null; name: string; email: string },
  now = Date.now(),
): Promise<Identity> {
  const { row } = newSignIn(now, { carrier: 'body', userAgent: 'a test' })
  await openDb(env.DB)
    .insert(signIns)
    .values({ ...row, userId: who.userId })
  const { userId, facilitatorId, name, email } = who
  const role = facilitatorId === null ? 'user' : 'facilitator'
  const expiresAt = now + HOUR_MS
  return { userId, signInId: row.id, role, facilitatorId, name, email, expiresAt }
}

/** What a verb is handed when somebody asks who is signed in. */
export async function ctxOf(
  who: Parameters<typeof aSignInOf>[0],
  overrides: Parameters<typeof aCtx>[0] = {},
) {
  return aCtx({ identity: await aSignInOf(who, overrides.now), ...overrides })
}

export async function userRow(userId: number) {
  const [row] = await openDb(env.DB).select().from(users).where(eq(users.id, userId))
  if (!row) throw new Error('D1 has no such user')
  return row
}

/** Why each sign-in of somebody ended, those that go on as null. */
export async function endsOf(userId: number) {
  const rows = await openDb(env.DB).select().from(signIns).where(eq(signIns.userId, userId))
  return Object.fromEntries(rows.map(({ id, endReason }) => [id, endReason]))
}
