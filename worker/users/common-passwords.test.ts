import { expect, it } from 'vitest'
import { ask } from '../test/client'
import { aUser } from '../test/factories'
import { isCommon } from './common-passwords'
import { hashPassword } from './passwords'

it.each(['password', 'password123', 'Password123', '12345678', 'qwertyuiop', ' iloveyou '])(
  'everybody has thought of %j before',
  (password) => expect(isCommon(password)).toBe(true),
)

it.each(['still as a pond', 'correct horse battery', 'zj4T!p0q-wm'])(
  'nobody has thought of %j yet',
  (password) => expect(isCommon(password)).toBe(false),
)

it('nobody registers with a common password, and is told why', async () => {
  const body = { name: 'Ann', email: `${crypto.randomUUID()}@example.com`, password: 'Password123' }
  const { status, json } = await ask('POST', '/api/auth/register', { body })
  expect([status, json.code]).toEqual([400, 'invalid'])
  expect(json.details).toEqual([
    { path: 'password', message: 'Very many people use this one. Choose another.' },
  ])
})

it('who has a common one from before signs in with it still', async () => {
  const passwordHash = await hashPassword('password123')
  const { email } = await aUser({ passwordHash })
  const answer = await ask('POST', '/api/auth/login', { body: { email, password: 'password123' } })
  expect(answer.status).toBe(200)
})
