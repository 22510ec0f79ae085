import { expect, test } from 'vitest'
import { overlapsOf } from './overlaps'

const from = (id: number, start: string, end: string) => ({
  session: { id, start_time: `2027-05-14T${start}:00Z`, end_time: `2027-05-14T${end}:00Z` },
})
const { session } = from(1, '17:00', '18:00')

test('what runs at the same time is told, if only for a minute', () => {
  const other = from(2, '17:59', '19:00')
  expect(overlapsOf(session, [other])).toEqual([other])
})

test('what ends as this begins, and this itself, are no matter', () => {
  expect(overlapsOf(session, [from(2, '16:00', '17:00'), from(3, '18:00', '19:00')])).toEqual([])
  expect(overlapsOf(session, [from(1, '17:00', '18:00')])).toEqual([])
})
