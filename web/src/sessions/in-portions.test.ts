import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// Node is handed the Solid that renders on servers, in which nothing ever changes.
vi.mock('solid-js', () => vi.importActual('solid-js/dist/solid.js'))

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu']

beforeEach(() => {
  vi.useFakeTimers()
  // Which list is the first is remembered for as long as the site is open.
  vi.resetModules()
})

afterEach(() => vi.useRealTimers())

test('the first list begins with two, and the rest follow one by one', async () => {
  const { portion, isWhole } = await aList(() => DAYS)
  expect([portion(), isWhole()]).toEqual([['Mon', 'Tue'], false])
  vi.advanceTimersToNextTimer()
  expect([portion(), isWhole()]).toEqual([['Mon', 'Tue', 'Wed'], false])
  vi.advanceTimersToNextTimer()
  expect([portion(), isWhole()]).toEqual([DAYS, true])
})

test('a list that grows when all of it was shown is shown whole', async () => {
  const [days, setDays] = createSignal(DAYS.slice(0, 2))
  const { portion } = await aList(days)
  vi.runAllTimers()
  setDays(DAYS)
  expect(portion()).toEqual(DAYS)
})

test('one that is still being read begins with two as well', async () => {
  const [days, setDays] = createSignal<string[]>([])
  const { portion } = await aList(days)
  vi.advanceTimersByTime(1_000)
  setDays(DAYS)
  expect(portion()).toEqual(['Mon', 'Tue'])
})

test('whoever comes back finds the list whole', async () => {
  const first = await aList(() => DAYS)
  first.leave()
  expect((await aList(() => DAYS)).portion()).toEqual(DAYS)
})

test('a list that was left draws nothing more', async () => {
  const { leave } = await aList(() => DAYS)
  leave()
  expect(vi.getTimerCount()).toBe(0)
})

async function aList(days: () => string[]) {
  const { inPortions } = await import('./in-portions')
  return createRoot((leave) => ({ ...inPortions(days), leave }))
}
