import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DESCRIPTION } from './description'

test('who installs the site is told of it in the same sentence as who is shown a link', async () => {
  const manifest = join(import.meta.dirname, '../../public/manifest.webmanifest')
  expect(JSON.parse(await readFile(manifest, 'utf8')).description).toBe(DESCRIPTION)
})
