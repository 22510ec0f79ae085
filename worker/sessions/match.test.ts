import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { matchOf } from './match'

it.each([
  ['yoga', '"yoga"*'],
  ['  Slow   flow ', '"Slow" "flow"*'],
  ['yoga yoga', '"yoga"*'],
  ['yoga flow yoga', '"flow" "yoga"*'],
  ['don’t', '"don" "t"*'],
  ['"quoted" title:x', '"quoted" "title" "x"*'],
  ['a AND (b OR NOT c*) NEAR/2 -d ^e {f}', '"a" "AND" "b" "OR" "NOT" "c" "NEAR" "2" "d" "e" "f"*'],
  ['yo\0ga', '"yo" "ga"*'],
  ['नमस्ते', '"नमस्ते"*'],
  ['冥想', '"冥想"*'],
])('%j asks for %s', (typed, match) => {
  expect(matchOf(typed)).toBe(match)
})

it.each(['', ' ', '"', '***', '()', '🧘', '\0', '\uFFFD'])('%j asks for nothing', (typed) => {
  expect(matchOf(typed)).toBeNull()
})

it('of a thousand words the first sixteen count', () => {
  const typed = Array.from({ length: 1000 }, (_, n) => `w${n}`).join(' ')
  expect(matchOf(typed)?.split(' ')).toHaveLength(16)
})

it('whatever letters there are, SQLite takes what comes out', async () => {
  const find = env.DB.prepare('SELECT rowid FROM sessions_fts WHERE sessions_fts MATCH ?')
  for (let from = 0; from < 0x3_0000; from += 0x100) {
    const codes = Array.from({ length: 0x100 }, (_, n) => from + n)
    // Every character on its own and glued to its neighbour; surrogates come alone.
    const typed = String.fromCodePoint(...codes.flatMap((code) => [code, 32, 97, code, 34]))
    const match = matchOf(typed)
    if (match) expect(await find.bind(match).all()).toMatchObject({ results: [] })
  }
})
