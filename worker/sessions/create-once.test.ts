import { describe, expect, it } from 'vitest'
import { aFacilitator } from '../test/factories'
import { aBody, countSessionsOf, createBy } from '../test/new-sessions'

describe('an idempotency key', () => {
  it('sent twenty times at once makes one session and twenty equal answers', async () => {
    const jane = await aFacilitator()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => createBy(jane.bearer, aBody(), 'one press')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ json }) => json.session_id)).size).toBe(1)
    expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
  })

  it('without one, twice is two', async () => {
    const jane = await aFacilitator()
    await createBy(jane.bearer, aBody())
    await createBy(jane.bearer, aBody())
    expect(await countSessionsOf(jane.facilitatorId)).toBe(2)
  })

  it('knows its body whatever the order of the fields', async () => {
    const { bearer } = await aFacilitator()
    const first = await createBy(bearer, aBody(), 'k')
    const turned = Object.fromEntries(Object.entries(aBody()).reverse())
    expect((await createBy(bearer, turned, 'k')).json.session_id).toBe(first.json.session_id)
  })

  it('with another body is refused, and leads to the session it made', async () => {
    const jane = await aFacilitator()
    const first = await createBy(jane.bearer, aBody(), 'k')
    const other = await createBy(jane.bearer, aBody({ capacity: 11 }), 'k')
    expect(other).toMatchObject({
      status: 409,
      json: { code: 'idempotency_key_reused', session_id: first.json.session_id },
    })
    expect(await countSessionsOf(jane.facilitatorId)).toBe(1)
  })

  it('belongs to one facilitator', async () => {
    const [jane, mary] = [await aFacilitator(), await aFacilitator()]
    const hers = await createBy(jane.bearer, aBody(), 'shared')
    const others = await createBy(mary.bearer, aBody({ title: 'Another' }), 'shared')
    expect(others.status).toBe(201)
    expect(others.json.session_id).not.toBe(hers.json.session_id)
  })

  it('of 201 characters is named', async () => {
    const { bearer } = await aFacilitator()
    const { status, json } = await createBy(bearer, aBody(), 'k'.repeat(201))
    expect(status).toBe(400)
    expect(json.details).toMatchObject([{ path: 'idempotency-key' }])
  })
})
