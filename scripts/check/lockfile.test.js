import { expect, it } from 'vitest'
import { gaps } from './lockfile.js'

const locked = { integrity: 'sha512-…' }
const tool = { ...locked, optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0' } }

it('a platform that was left out is named', () => {
  const packages = { '': {}, 'node_modules/tool': tool, 'node_modules/tool-linux': locked }
  expect(gaps(packages)).toEqual([
    'package-lock.json lacks tool-darwin, which node_modules/tool wants on some platform',
  ])
})

it('binaries are found beside the package, inside it, and around what it is inside of', () => {
  const packages = {
    '': {},
    'node_modules/host/node_modules/tool': tool,
    'node_modules/host/node_modules/tool/node_modules/tool-linux': locked,
    'node_modules/tool-darwin': locked,
  }
  expect(gaps(packages)).toEqual([])
})
