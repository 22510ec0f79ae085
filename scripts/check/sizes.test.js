import { expect, test } from 'vitest'
import { sizesOf } from './sizes.js'

const HTML = `
  <link rel="preload" as="font" href="/assets/latin.woff2" crossorigin />
  <script type="module" crossorigin src="/assets/start.js"></script>
  <link rel="stylesheet" crossorigin href="/assets/start.css">`

const MANIFEST = {
  '_start.js': { file: 'assets/start.js', imports: ['_solid.js'], css: ['assets/start.css'] },
  '_solid.js': { file: 'assets/solid.js' },
  '_big.js': { file: 'assets/big.js', imports: ['_solid.js'] },
  'src/pages/Home.tsx': { file: 'assets/home.js', imports: ['_start.js'] },
  'src/pages/Heavy.tsx': { file: 'assets/heavy.js', imports: ['_big.js', '_ui.js', '_start.js'] },
  'src/pages/Light.tsx': { file: 'assets/light.js', imports: ['_ui.js'] },
  '_ui.js': { file: 'assets/ui.js', imports: ['_start.js'] },
}
const WEIGHTS = {
  'latin.woff2': 7,
  'solid.js': 10,
  'big.js': 20_000,
  'start.css': 3,
}

/** @param {string} file */
const weigh = (file) => Object.entries(WEIGHTS).find(([name]) => file.endsWith(name))?.[1] ?? 1

test('the first load is what the page names, what that imports, and the start page itself', () => {
  const [script, css, fonts] = sizesOf(MANIFEST, HTML, weigh)
  expect([script?.bytes, css?.bytes, fonts?.bytes]).toEqual([1 + 10 + 1, 3, 7])
})

test("a page's own is what no other page loads, wherever it lies", () => {
  const heavy = sizesOf(MANIFEST, HTML, weigh).find(({ name }) => name === 'Heavy')
  expect(heavy).toEqual({ name: 'Heavy', bytes: 20_001, most: 15 * 1024, shared: 1 })
})
