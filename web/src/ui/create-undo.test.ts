import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createUndo, type Undone } from './create-undo'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what comes of a press is said, also when the time was up before the answer came', async () => {
  const undo = createUndo()
  const { promise, resolve } = Promise.withResolvers<Undone>()
  undo.offer({ said: 'It is sent.', forMs: 18_000, undo: () => promise })
  vi.advanceTimersByTime(17_000)
  const taking = undo.take()
  vi.advanceTimersByTime(2_000)
  expect(undo.said()).toBe('It is sent.')
  resolve({ says: 'It is on its way already.' })
  await taking
  expect(undo.said()).toBe('It is on its way already.')
  expect(undo.open()).toBeUndefined()
})

test('a try that failed lengthens nothing', async () => {
  const undo = createUndo()
  const failing = async () => ({ says: 'There is no connection.', isOpen: true })
  undo.offer({ said: 'You are off the list.', forMs: 110_000, undo: failing })
  await undo.take()
  expect(undo.open()).toBeDefined()
  vi.advanceTimersByTime(110_000)
  expect(undo.open()).toBeUndefined()
})

test('nor does one whose answer came after the time, and it is said all the same', async () => {
  const undo = createUndo()
  const { promise, resolve } = Promise.withResolvers<Undone>()
  undo.offer({ said: 'It is sent.', forMs: 18_000, undo: () => promise })
  const taking = undo.take()
  vi.advanceTimersByTime(18_000)
  resolve({ says: 'There is no connection.', isOpen: true })
  await taking
  expect([undo.said(), undo.open()]).toEqual(['There is no connection.', undefined])
})
