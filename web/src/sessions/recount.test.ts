import { expect, test } from 'vitest'
import { Refusal } from '../refusal'
import { IDS_MAX, recounted } from './recount'

const at = (id: number, taken: number) => ({
  ...{ id, status: 'active' as const, capacity: 12, pending: 0, waiting: 0 },
  ...{ taken, available_spots: 12 - taken },
})
const listed = (id: number, taken: number) => ({ ...at(id, taken), title: `Session ${id}` })

test('seats are those of now, words those that were read', async () => {
  const now = await recounted([listed(1, 3), listed(2, 3)], async () => [at(2, 12)])
  expect(now).toEqual([listed(1, 3), listed(2, 12)])
})

test('a long list is asked for in parts', async () => {
  const asked: number[] = []
  const many = Array.from({ length: 2 * IDS_MAX + 1 }, (_, i) => listed(i + 1, 0))
  await recounted(many, async (ids) => {
    asked.push(ids.length)
    return []
  })
  expect(asked).toEqual([IDS_MAX, IDS_MAX, 1])
})

test('where nobody answers, the list stays as it was', async () => {
  const list = [listed(1, 3)]
  const refused = async () => {
    throw new Refusal({
      ...{ status: 0, code: 'unreachable', message: 'Nobody answers.' },
      ...{ details: [], extra: {}, reference: null },
    })
  }
  expect(await recounted(list, refused)).toBe(list)
})
