import { env } from 'cloudflare:workers'
import { scryptSync } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { users } from '../db/schema'
import { DatabaseUnavailable } from '../errors'
import { aCtx, aUser, d1Away } from '../test/factories'
import { checkPassword, hashPassword, isOutdated } from './passwords'
import { signIn } from './sign-in'

const CLIENT = { carrier: 'body', userAgent: 'a test' } as const

it('an unknown email costs the same one hash as a wrong password', async () => {
  const known = await aUser({ passwordHash: await hashPassword('a password') })
  const guest = await aUser({ passwordHash: null })
  for (const email of [known.email, guest.email, 'nobody@example.com']) {
    const checked: string[] = []
    const counting: typeof checkPassword = (password, stored) => {
      checked.push(password)
      return checkPassword(password, stored)
    }
    const refused = signIn(aCtx(), { email, password: 'wrong' }, CLIENT, counting)
    await expect(refused).rejects.toMatchObject({ code: 'wrong_credentials' })
    expect(checked).toEqual(['wrong'])
  }
})

it('a hash that was cheap to guess is made anew by the next sign-in', async () => {
  const { email, userId } = await aUser({ passwordHash: cheap('a password') })
  const ctx = aCtx()
  await signIn(ctx, { email, password: 'a password' }, CLIENT)
  await ctx.settled()
  const [row] = await openDb(env.DB).select().from(users).where(eq(users.id, userId))
  const stored = row?.passwordHash ?? ''
  expect(isOutdated(stored)).toBe(false)
  expect(await checkPassword('a password', stored)).toBe(true)
})

it('a password that is replaced while it is checked opens nothing any more', async () => {
  const { email, userId } = await aUser({ passwordHash: cheap('a password') })
  const meanwhile: typeof checkPassword = async () => {
    await openDb(env.DB)
      .update(users)
      .set({ passwordHash: cheap('another one') })
      .where(eq(users.id, userId))
    return true
  }
  const late = signIn(aCtx(), { email, password: 'a password' }, CLIENT, meanwhile)
  await expect(late).rejects.toMatchObject({ code: 'wrong_credentials' })
})

it('with D1 away nobody is told that a password is wrong', async () => {
  const ctx = aCtx({ db: openDb(d1Away()) })
  const refused = signIn(ctx, { email: 'ann@example.com', password: 'a password' }, CLIENT)
  await expect(refused).rejects.toBeInstanceOf(DatabaseUnavailable)
})

function cheap(password: string): string {
  const salt = Buffer.from('sixteen bytes ok')
  const hash = scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 })
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64'))
  return `$scrypt$ln=10,r=8,p=1$${saltText}$${hashText}`.replace(/=+(?=\$|$)/g, '')
}
