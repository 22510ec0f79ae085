import { expect, test } from 'vitest'
import { handedOver } from './handed-over'

const TEXT = JSON.stringify({
  '/api/sessions/7': { body: { id: 7, taken: 3 }, link: null },
  '/api/sessions?sort=soonest': { body: [], link: '</api/sessions?page=2>; rel="next"' },
})
const page = (now = 900, somebody = false) =>
  handedOver({ text: TEXT, now: () => now, mayBeSomebody: () => somebody })

test('what came with the page is read once, and asked for the next time', async () => {
  const take = page()
  expect(await take('/api/sessions/7')?.json()).toEqual({ id: 7, taken: 3 })
  expect(take('/api/sessions/7')).toBe(undefined)
  expect(take('/api/sessions?sort=soonest')?.headers.get('Link')).toContain('page=2')
  expect(take('/api/sessions/8')).toBe(undefined)
})

test('seats counted some seconds ago are asked for again', () => {
  expect(page(5_001)('/api/sessions/7')).toBe(undefined)
})

test('who may be signed in reads what is theirs, also once they are not', () => {
  let somebody = true
  const take = handedOver({ text: TEXT, now: () => 900, mayBeSomebody: () => somebody })
  expect(take('/api/sessions/7')).toBe(undefined)
  somebody = false
  expect(take('/api/sessions/7')).toBe(undefined)
})

test('nothing that came before a change is read after it', () => {
  const take = page()
  expect(take('/api/auth/login', 'POST')).toBe(undefined)
  expect(take('/api/sessions/7')).toBe(undefined)
})

test('a page with which nothing came asks for everything', () => {
  const take = handedOver({ text: undefined, now: () => 900, mayBeSomebody: () => false })
  expect(take('/api/sessions/7')).toBe(undefined)
})
