import { expect, it } from 'vitest'
import { inBatches } from './send-in-batches'
import { aMailEvent } from './test/mail'

it('many small letters go a hundred at a time, in order', () => {
  const letters = Array.from({ length: 250 }, () => ({
    ...{ id: 'x', kind: 'verify_email' as const, to: { userId: 1 }, token: 't' },
  }))
  expect(inBatches(letters).map((batch) => batch.length)).toEqual([100, 100, 50])
  expect(inBatches(letters).flat()).toEqual(letters)
})

it('long ones go as many as 256 KB hold, counted in bytes', () => {
  const long = { ...aMailEvent(), visitor: { name: 'ж'.repeat(30_000), email: '' } }
  expect(inBatches([long, long, long, long]).map((batch) => batch.length)).toEqual([3, 1])
})

it('none is nothing to send', () => {
  expect(inBatches([])).toEqual([])
})
