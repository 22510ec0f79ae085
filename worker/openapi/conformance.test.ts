import { describe, expect, it } from 'vitest'
import { request } from '../test/client'
import { faultsOf } from '../test/document'

const ROUTE = 'GET /api/site'

/** What a real answer would be if something of it were otherwise. */
async function otherwise(changes: Record<string, unknown>, status = 200) {
  const body = await (await request('/api/site')).json<Record<string, unknown>>()
  return Response.json({ ...body, ...changes }, { status })
}

describe('the control of all that is judged by the document', () => {
  it('an answer as it is has no fault', async () => {
    expect(await faultsOf(ROUTE, await request('/api/site'))).toEqual([])
    expect(await faultsOf(ROUTE, await otherwise({}))).toEqual([])
  })

  it.each([
    ['a field of another kind', { mail: 'no' }],
    ['a word that is not one of those', { mail_state: 'resting' }],
    ['a missing field', { currency: undefined }],
    ['a field nobody told of', { secret: 1 }],
  ])('%s is a fault', async (_, changes) => {
    expect(await faultsOf(ROUTE, await otherwise(changes))).not.toEqual([])
  })

  it('a status or code nobody told of is a fault', async () => {
    expect(await faultsOf(ROUTE, await otherwise({}, 418))).not.toEqual([])
    const refused = (code: string) => Response.json({ error: 'No.', code }, { status: 401 })
    expect(await faultsOf(ROUTE, refused('sign_in_required'))).toEqual([])
    expect(await faultsOf(ROUTE, refused('session_full'))).not.toEqual([])
  })

  it('a shape within a shape is judged too', async () => {
    const granted = { user: { id: 1, email: 'ann@example.com', name: 'Ann', role: 'queen' } }
    expect(await faultsOf('POST /api/auth/login', Response.json(granted))).not.toEqual([])
  })
})
