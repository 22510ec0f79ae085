import { expect, test } from 'vitest'
import { dropDraft, keepDraft, loadDraft } from './draft'

function shelf(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content))
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('party, names and note come back for the session they were meant for', () => {
  const store = shelf()
  const draft = { party: 2, names: ['Ben'], note: 'A mat, please.' }
  keepDraft(3, draft, store)
  expect(loadDraft(3, store)).toEqual(draft)
  expect(loadDraft(4, store)).toEqual({ party: 1, names: [], note: '' })
  dropDraft(3, store)
  expect(loadDraft(3, store)).toEqual({ party: 1, names: [], note: '' })
})

test.each(['{', 'null', '7', '{"party":"x","names":7,"note":5}'])(
  'what is broken is empty: %s',
  (text) => {
    expect(loadDraft(3, shelf({ 'draft:3': text }))).toEqual({ party: 1, names: [], note: '' })
  },
)

test('a party stays within what can be booked', () => {
  expect(loadDraft(3, shelf({ 'draft:3': '{"party":900,"note":""}' })).party).toBe(20)
  expect(loadDraft(3, shelf({ 'draft:3': '{"party":-1,"note":""}' })).party).toBe(1)
})

test('a store that refuses does not stand in the way', () => {
  const full = {
    ...shelf(),
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(() => keepDraft(3, { party: 1, names: [], note: '' }, full)).not.toThrow()
})
