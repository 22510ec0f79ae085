import { exports } from 'cloudflare:workers'
import { expect, it } from 'vitest'

it('unknown addresses answer JSON', async () => {
  const answer = await exports.default.fetch('http://x/api/nowhere')
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ code: 'not_found' })
})
