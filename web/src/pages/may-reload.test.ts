import { expect, test } from 'vitest'
import { mayReload } from './may-reload'

test('a page reloads by itself once a minute at most', () => {
  const kept = new Map<string, string>()
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  expect([0, 59_999, 60_000, 61_000].map((now) => mayReload(now, shelf))).toEqual([
    ...[true, false],
    ...[true, false],
  ])
})

test('where nothing can be remembered, it never does', () => {
  const forbidden = () => {
    throw new DOMException('', 'SecurityError')
  }
  expect(mayReload(0, { getItem: forbidden, setItem: forbidden })).toBe(false)
})
