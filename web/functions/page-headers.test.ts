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
