import { expect, it } from 'vitest'
import { isInstalled } from './packages.js'

const locked = {
  '': {},
  'node_modules/hono': { version: '4.0.0' },
  'node_modules/tool-darwin': { version: '1.0.0', optional: true },
}

it('what lies there in the locked version is installed, without the binaries of other platforms', () => {
  expect(isInstalled(locked, { 'node_modules/hono': { version: '4.0.0' } })).toBe(true)
})

it('nothing, another version, and an old binary are not', () => {
  expect(isInstalled(locked, {})).toBe(false)
  expect(isInstalled(locked, { 'node_modules/hono': { version: '4.0.1' } })).toBe(false)
  const old = { 'node_modules/tool-darwin': { version: '0.9.0' } }
  expect(isInstalled(locked, { 'node_modules/hono': { version: '4.0.0' }, ...old })).toBe(false)
})
