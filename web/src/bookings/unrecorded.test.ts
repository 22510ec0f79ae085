import { expect, test } from 'vitest'
import { keepUnrecorded, withUnrecorded } from './unrecorded'

function shelf() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const booking = (id: number, minute: number, state = 'confirmed') => ({
  id,
  state,
  updated_at: `2027-05-14T10:0${minute}:00.000Z`,
})

test('a booking stays in view until the list has it', () => {
  const store = shelf()
  keepUnrecorded(booking(7, 1), store)
  expect(withUnrecorded([booking(5, 0)], store).map(({ id }) => id)).toEqual([5, 7])
  expect(withUnrecorded([booking(5, 0), booking(7, 1)], store).map(({ id }) => id)).toEqual([5, 7])
  expect(withUnrecorded([booking(5, 0)], store).map(({ id }) => id)).toEqual([5])
})

test('a cancellation is shown over a list that does not know of it', () => {
  const store = shelf()
  keepUnrecorded(booking(7, 2, 'cancelled'), store)
  expect(withUnrecorded([booking(7, 1)], store)).toEqual([booking(7, 2, 'cancelled')])
  expect(withUnrecorded([booking(7, 3)], store)).toEqual([booking(7, 3)])
})
