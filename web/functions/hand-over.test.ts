import { expect, test, vi } from 'vitest'
import { handedOver } from '../src/handed-over'
import type { Call } from './env'
import { answerOf, answersBlock, isOpening } from './hand-over'

const LIST = new URL('https://asked.example/api/sessions?sort=soonest')
const NEXT = '</api/sessions?after=2>; rel="next"'

test('what the edge was answered is what the page takes over, to the letter', async () => {
  const body = [{ title: '</script><script>alert(1)</script> & <!-- “two”' }]
  const answers = await answerOf(LIST, answered(body, { headers: { Link: NEXT } }))
  const taken = pageWith(answersBlock(answers))('/api/sessions?sort=soonest')
  expect(await taken?.json()).toEqual(body)
  expect(taken?.headers.get('Link')).toBe(NEXT)
})

test('no title ends the block in which it stands', async () => {
  const block = answersBlock(await answerOf(LIST, answered([{ title: '</script><!--' }])))
  expect(block.match(/<(?!script type|\/script>$)/g)).toBe(null)
})

test('a list that ends says so, and is not asked for a next page', async () => {
  expect(await answerOf(LIST, answered([]))).toEqual({
    '/api/sessions?sort=soonest': { body: [], link: null },
  })
})

test('where nobody answers, or answers no, the page is left to ask itself', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(await answerOf(LIST, answered({ error: '' }, { status: 503 }))).toEqual({})
  expect(await answerOf(LIST, Promise.reject(new DOMException('', 'TimeoutError')))).toEqual({})
  expect(await answerOf(LIST, Promise.resolve(new Response('<html>')))).toEqual({})
})

test('only who opens the page is handed counts, not what fetches it to keep it', () => {
  expect(isOpening(aCall({ 'Sec-Fetch-Dest': 'document' }))).toBe(true)
  expect(isOpening(aCall({ 'Sec-Fetch-Dest': 'empty' }))).toBe(false)
  expect(isOpening(aCall({}))).toBe(false)
})

const answered = (body: unknown, init?: ResponseInit) => Promise.resolve(Response.json(body, init))

/** A page just opened by a stranger, with this at its end. */
const pageWith = (block: string) =>
  handedOver({
    text: /^<script[^>]*>(.*?)<\/script>/s.exec(block)?.[1],
    now: () => 0,
    mayBeSomebody: () => false,
  })

const aCall = (headers: Record<string, string>) =>
  ({ request: new Request('https://asked.example/', { headers }) }) as unknown as Call
