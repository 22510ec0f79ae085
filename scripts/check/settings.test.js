import { expect, it } from 'vitest'
import { unexplained } from './settings.js'

it('a setting that no document explains is named', () => {
  const env = 'export interface Env {\n  DB: D1Database\n  /** … */\n  SITE_URL?: string\n}'
  expect(unexplained(env, 'Here `DB` is explained.')).toEqual(['SITE_URL'])
})
