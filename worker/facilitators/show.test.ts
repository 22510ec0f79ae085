import { describe, expect, it } from 'vitest'
import { ask } from '../test/client'
import { aFacilitator, aSession } from '../test/factories'

const HOUR_MS = 3_600_000

describe('a facilitator’s sessions, by what became of them', () => {
  it('are the coming ones soonest first, and each of the others on its own', async () => {
    const jane = await aFacilitator()
    const now = Date.now()
    const at = (hours: number) => ({
      startTime: now + hours * HOUR_MS,
      endTime: now + (hours + 1) * HOUR_MS,
    })
    const later = await aSession(jane, at(48))
    const soon = await aSession(jane, at(2))
    const running = await aSession(jane, at(-0.5))
    const past = await aSession(jane, at(-3))
    const draft = await aSession(jane, { ...at(5), status: 'draft' })
    const cancelled = await aSession(jane, { ...at(6), status: 'cancelled' })

    const shown = async (show: string) => {
      const path = `/api/facilitator/sessions?show=${show}`
      const { json } = await ask('GET', path, { bearer: jane.bearer })
      return json.map(({ id }: { id: number }) => id)
    }
    expect(await shown('coming')).toEqual([running, soon, later])
    expect(await shown('past')).toEqual([past])
    expect(await shown('drafts')).toEqual([draft])
    expect(await shown('cancelled')).toEqual([cancelled])
    expect(await shown('all')).toEqual([later, cancelled, draft, soon, running, past])
  })

  it('go on where a page ended, upwards too', async () => {
    const jane = await aFacilitator()
    const made: number[] = []
    for (const hours of [1, 2, 3]) {
      const startTime = Date.now() + hours * HOUR_MS
      made.push(await aSession(jane, { startTime, endTime: startTime + HOUR_MS }))
    }
    const first = await ask('GET', '/api/facilitator/sessions?show=coming&limit=2', {
      bearer: jane.bearer,
    })
    const next = /<([^>]+)>/.exec(first.headers.get('Link') ?? '')?.[1] ?? ''
    const second = await ask('GET', next, { bearer: jane.bearer })
    const seen = [...first.json, ...second.json].map(({ id }: { id: number }) => id)
    expect(seen).toEqual(made)
  })

  it('refuses a kind that there is not, and names the field', async () => {
    const jane = await aFacilitator()
    const { status, json } = await ask('GET', '/api/facilitator/sessions?show=mine', {
      bearer: jane.bearer,
    })
    expect(status).toBe(400)
    expect(json.details[0].path).toBe('show')
  })
})
