import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/**
 * Cuts the two faces down to what the site uses, by range and never by glyphs seen: titles are
 * people's own words. src/styles/fonts.css names the files and repeats the ranges.
 */
export function fonts(): Plugin {
  return {
    name: 'stillpoint-fonts',
    async buildStart() {
      const recipe = await readFile(import.meta.filename)
      const key = createHash('sha256').update(recipe).update(VERSIONS).digest('hex')
      if ((await readFile(STAMP, 'utf8').catch(() => '')) === key) return
      await mkdir(FOLDER, { recursive: true })
      await Promise.all(FACES.flatMap((face) => RANGES.map((range) => cut(face, range))))
      await writeFile(STAMP, key)
    },
  }
}

async function cut(face: Face, range: Range) {
  const source = require.resolve(`${face.from}/files/${face.name}-${range.from}-wght-normal.woff2`)
  const subset = await subsetFont(await readFile(source), range.letters, {
    targetFormat: 'woff2',
    variationAxes: { wght: face.weights },
  })
  await writeFile(join(FOLDER, `${face.name}-${range.name}.woff2`), subset)
}

const require = createRequire(import.meta.url)
const FOLDER = join(import.meta.dirname, 'src/styles/fonts')
const STAMP = join(FOLDER, 'made-from')

const FACES = [
  { name: 'petrona', from: '@fontsource-variable/petrona', weights: { min: 400, max: 600 } },
  {
    name: 'hanken-grotesk',
    from: '@fontsource-variable/hanken-grotesk',
    weights: { min: 400, max: 650 },
  },
]
type Face = (typeof FACES)[number]

const RANGES = [
  {
    name: 'latin',
    from: 'latin',
    letters: lettersOf([
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x131, 0x131],
      [0x152, 0x153],
      [0x2c6, 0x2c6],
      [0x2da, 0x2da],
      [0x2dc, 0x2dc],
      [0x2000, 0x206f],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2212, 0x2212],
      [0xfffd, 0xfffd],
    ]),
  },
  {
    name: 'latin-extended-a',
    from: 'latin-ext',
    letters: lettersOf([
      [0x100, 0x130],
      [0x132, 0x151],
      [0x154, 0x17f],
    ]),
  },
]
type Range = (typeof RANGES)[number]

function lettersOf(ranges: [from: number, to: number][]): string {
  return ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
    .map((code) => String.fromCodePoint(code))
    .join('')
}

const VERSIONS = ['subset-font', ...FACES.map((face) => face.from)]
  .map((name) => require(`${name}/package.json`).version as string)
  .join()
