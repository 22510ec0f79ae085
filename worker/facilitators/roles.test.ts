import { expect, it } from 'vitest'
import { ask } from '../test/client'
import { aFacilitator, aSession, aUser } from '../test/factories'

const ALL = [
  '/dashboard',
  '/statistics',
  '/sessions',
  '/sessions/1',
  '/sessions/1/bookings',
  '/sessions/1/bookings.csv',
  '/bookings',
]

it.each(ALL)('%s is for facilitators', async (path) => {
  const { bearer } = await aUser()
  const asNobody = await ask('GET', `/api/facilitator${path}`)
  expect(asNobody).toMatchObject({ status: 401, json: { code: 'sign_in_required' } })
  const asVisitor = await ask('GET', `/api/facilitator${path}`, { bearer })
  expect(asVisitor).toMatchObject({ status: 403, json: { code: 'facilitators_only' } })
})

it.each(['', '/bookings'])('another’s session%s is none', async (rest) => {
  const [jane, mary] = [await aFacilitator(), await aFacilitator()]
  const path = `/api/facilitator/sessions/${await aSession(jane)}${rest}`
  expect(await ask('GET', path, { bearer: jane.bearer })).toMatchObject({ status: 200 })
  const foreign = await ask('GET', path, { bearer: mary.bearer })
  expect(foreign).toMatchObject({ status: 404, json: { code: 'not_found' } })
  const unknown = `/api/facilitator/sessions/999999${rest}`
  expect(await ask('GET', unknown, { bearer: jane.bearer })).toMatchObject({ status: 404 })
})

it('a facilitator who waits for approval has a desk too', async () => {
  const { bearer } = await aFacilitator({ approvedAt: null })
  for (const path of ['/dashboard', '/sessions', '/bookings']) {
    expect(await ask('GET', `/api/facilitator${path}`, { bearer })).toMatchObject({ status: 200 })
  }
})
