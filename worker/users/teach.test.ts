import { env } from 'cloudflare:workers'
import { decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { facilitators } from '../db/schema'
import { ctxOf, userRow } from '../test/accounts'
import { ask } from '../test/client'
import { aFacilitator, aUser } from '../test/factories'
import { teach } from './teach'

const WORDS = { bio: 'Twenty years.', specialization: undefined }

it('a user becomes a facilitator, with a token that says so', async () => {
  const ann = await aUser()
  const body = { bio: 'Twenty years.', specialization: '' }
  const { status, json } = await ask('POST', '/api/auth/me/teach', { bearer: ann.bearer, body })
  expect(status).toBe(200)
  expect(json.user).toMatchObject({
    role: 'facilitator',
    facilitator: { bio: 'Twenty years.', specialization: '', approved: true },
  })
  const claims = { role: 'facilitator', facilitator_id: json.user.facilitator.id }
  expect(decodeJwt(json.access_token)).toMatchObject(claims)
  const desk = await ask('GET', '/api/facilitator/dashboard', { bearer: json.access_token })
  expect(desk.status).toBe(200)
  expect((await ask('GET', '/api/facilitator/dashboard', { bearer: ann.bearer })).status).toBe(403)
})

it.each([
  ['open', true],
  ['approval', false],
])('with FACILITATOR_SIGNUP=%s a new facilitator is approved: %s', async (setting, approved) => {
  const ctx = await ctxOf(await aUser(), { env: { ...env, FACILITATOR_SIGNUP: setting } })
  expect((await teach(ctx, WORDS)).user.facilitator).toMatchObject({ approved })
})

it('with FACILITATOR_SIGNUP=closed nobody new teaches here, and who does goes on', async () => {
  const closed = { ...env, FACILITATOR_SIGNUP: 'closed' }
  const ann = await aUser()
  const refused = teach(await ctxOf(ann, { env: closed }), WORDS)
  await expect(refused).rejects.toMatchObject({ code: 'sign_up_closed', status: 403 })
  expect((await userRow(ann.userId)).role).toBe('user')
  const jane = await aFacilitator()
  const { user } = await teach(await ctxOf(jane, { env: closed }), WORDS)
  expect(user.facilitator?.id).toBe(jane.facilitatorId)
})

it('asking twice, and at once, makes one facilitator and changes none', async () => {
  const ann = await aUser()
  const ctx = await ctxOf(ann)
  const answers = await Promise.all([teach(ctx, WORDS), teach(ctx, WORDS)])
  const again = await teach(ctx, { bio: 'Other words.', specialization: undefined })
  const ids = [...answers, again].map(({ user }) => user.facilitator?.id)
  expect(new Set(ids).size).toBe(1)
  expect(again.user.facilitator?.bio).toBe('Twenty years.')
  const rows = await openDb(env.DB).select().from(facilitators)
  expect(rows.filter(({ userId }) => userId === ann.userId)).toHaveLength(1)
})
