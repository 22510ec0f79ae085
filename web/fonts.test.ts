import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const css = await readFile(join(import.meta.dirname, 'src/styles/fonts.css'), 'utf8')

type Metrics = Record<'ascent' | 'descent' | 'lineGap' | 'unitsPerEm' | 'xWidthAvg', number>

test.each([
  ['Petrona fallback', 'petrona', 'georgia'],
  ['Hanken Grotesk fallback', 'hankenGrotesk', 'arial'],
])('%s takes the room of its face', async (family, face, standIn) => {
  const [own, other] = await Promise.all([metricsOf(face), metricsOf(standIn)])
  const size = own.xWidthAvg / own.unitsPerEm / (other.xWidthAvg / other.unitsPerEm)
  const line = (units: number) => percent(units / own.unitsPerEm / size)
  expect(descriptors(family)).toMatchObject({
    'size-adjust': percent(size),
    'ascent-override': line(own.ascent),
    'descent-override': line(-own.descent),
    'line-gap-override': line(own.lineGap),
  })
})

test.each(['petrona', 'hanken-grotesk'])(
  '%s is written in two files that share no letter',
  (name) => {
    const [latin, extended] = ['latin', 'latin-extended-a'].map((range) => {
      const rule = rules().find((one) => one.includes(`${name}-${range}.woff2`)) ?? ''
      return lettersOf(/unicode-range:([^;]*)/.exec(rule)?.[1] ?? '')
    })
    expect(latin).toContain('é'.codePointAt(0))
    expect(extended).toContain('ś'.codePointAt(0))
    expect(latin?.filter((code) => extended?.includes(code))).toEqual([])
  },
)

function rules(): string[] {
  return css.split('@font-face').slice(1)
}

function descriptors(family: string): Record<string, string> {
  const rule = rules().find((one) => one.includes(`"${family}"`)) ?? ''
  return Object.fromEntries([...rule.matchAll(/([\w-]+): (.*);/g)].map((m) => [m[1], m[2]]))
}

function lettersOf(range: string): number[] {
  return [...range.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].flatMap(([, from = '', to = from]) =>
    Array.from(
      { length: Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1 },
      (_, i) => Number.parseInt(from, 16) + i,
    ),
  )
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`
}

async function metricsOf(name: string): Promise<Metrics> {
  return (await import(require.resolve(`@capsizecss/metrics/${name}`))).default
}
