import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Env } from '../env'
import { aCtx } from '../test/factories'
import { getProfile } from './queries'
import { register } from './register'

const CLIENT = { carrier: 'body', userAgent: 'a test' } as const

it.each([
  ['open', true],
  ['approval', false],
  ['', false],
  ['opne', false],
  [undefined, false],
])('with FACILITATOR_SIGNUP=%s a new facilitator is approved: %s', async (setting, approved) => {
  const ctx = aCtx({ env: withSignUp(setting) })
  const { user } = await register(ctx, aFacilitatorToBe(), CLIENT)
  const profile = await getProfile(ctx.db, user.id)
  expect(profile?.facilitator?.approvedAt ?? null).toBe(approved ? ctx.now : null)
})

it('with FACILITATOR_SIGNUP=closed visitors register and facilitators do not', async () => {
  const ctx = aCtx({ env: withSignUp('closed') })
  const refused = register(ctx, aFacilitatorToBe(), CLIENT)
  await expect(refused).rejects.toMatchObject({ code: 'sign_up_closed', status: 403 })
  const visitor = { ...aFacilitatorToBe(), role: 'user' as const }
  expect((await register(ctx, visitor, CLIENT)).user.role).toBe('user')
})

it('a visitor who fills in a bio is a visitor still', async () => {
  const ctx = aCtx()
  const visitor = { ...aFacilitatorToBe(), role: 'user' as const, bio: 'I like tea.' }
  const { user } = await register(ctx, visitor, CLIENT)
  expect((await getProfile(ctx.db, user.id))?.facilitator).toBeNull()
})

function withSignUp(setting: string | undefined): Env {
  return { ...env, FACILITATOR_SIGNUP: setting as string }
}

function aFacilitatorToBe() {
  return {
    name: 'Jane Smith',
    email: `${crypto.randomUUID()}@example.com`,
    password: 'a password',
    role: 'facilitator' as const,
    bio: undefined,
    specialization: undefined,
    time_zone: 'UTC',
  }
}
