import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PAGE_HEADERS } from './page-headers'

test('pages from the edge have the headers that _headers gives to all others', async () => {
  const file = await readFile(join(import.meta.dirname, '../public/_headers'), 'utf8')
  const [, ofAll = ''] = /^\/\*\n((?: .*\n)+)/m.exec(file) ?? []
  const said = [...ofAll.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name, value])
  expect(Object.fromEntries(said)).toEqual(PAGE_HEADERS)
})

test('the one script that stands in the page is allowed, to the letter', async () => {
  const html = await readFile(join(import.meta.dirname, '../index.html'), 'utf8')
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text)
  const hashes = scripts.map((text) => createHash('sha256').update(text).digest('base64'))
  const allowed = PAGE_HEADERS['Content-Security-Policy']?.match(/'sha256-[^']+'/g)
  expect(allowed).toEqual(hashes.map((hash) => `'sha256-${hash}'`))
  expect(scripts).toHaveLength(1)
})
