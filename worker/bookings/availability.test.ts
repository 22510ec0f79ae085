import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { openDb } from '../db/client'
import { aCtx } from '../test/factories'
import { faultyD1 } from '../test/faults'
import { findAvailability } from './availability'

it('what one query answered is not asked of D1 again', async () => {
  const d1 = faultyD1(env.DB)
  const now = Date.now()
  const find = () => findAvailability(aCtx({ db: openDb(d1.database), now }), null)
  await Promise.all([find(), find()])
  await find()
  expect(d1.calls).toBe(1)
})
