import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { FIELDS, type Field } from './src/ui/hour.ts'
import { type Seat, seatRing } from './src/ui/seat-ring.ts'

/**
 * Draws what must be a bitmap: a picture for links in each of the seven fields, which the edge only
 * picks from, and the icons of the installed site. Drawn at each build, for it takes half a second.
 */
export function pictures(): Plugin {
  return {
    name: 'stillpoint-pictures',
    apply: 'build',
    async generateBundle() {
      await initOnce()
      const tokens = await readFile(join(import.meta.dirname, 'src/styles/tokens.css'), 'utf8')
      const favicon = await readFile(join(import.meta.dirname, 'public/favicon.svg'), 'utf8')
      const face = await wordmarkFace()
      const emit = (fileName: string, svg: string) =>
        this.emitFile({ type: 'asset', fileName, source: png(svg, face) })
      for (const field of FIELDS) emit(`previews/${field}.png`, preview(field, tokens))
      for (const { name, size, ring } of ICONS) emit(name, icon(favicon, tokens, size, ring))
    },
  }
}

const require = createRequire(import.meta.url)

let ready: Promise<void> | undefined

/** A process may build several times, and the module bears it only once. */
function initOnce(): Promise<void> {
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  return ready
}

/** `ring` is its share of the side: systems cut a maskable icon to the shape they like. */
const ICONS = [
  { name: 'icons/192.png', size: 192, ring: 0.84 },
  { name: 'icons/512.png', size: 512, ring: 0.84 },
  { name: 'icons/maskable-512.png', size: 512, ring: 0.62 },
  { name: 'icons/apple-touch.png', size: 180, ring: 0.76 },
]

const RING_PX = 460
const MARGIN_PX = 88

/** The room on its field, and the name beside it; it claims nothing about any session. */
function preview(field: Field, tokens: string): string {
  const ink = colour(tokens, field === 'night' ? 'on-night' : 'ink')
  const ring = seatRing({ capacity: 24, taken: 15, yours: 1 }, 'open', RING_PX)
  const seats = ring.seats.map((seat) => dot(seat, ring.stroke, ink, colour(tokens, 'yours')))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
    <rect width="1200" height="630" fill="${colour(tokens, field)}"/>
    <text x="${MARGIN_PX}" y="346" font-family="Petrona" font-size="108" letter-spacing="-1.3" fill="${ink}">stillpoint</text>
    <svg x="${1200 - MARGIN_PX - RING_PX}" y="${(630 - RING_PX) / 2}" width="${RING_PX}" height="${RING_PX}" viewBox="-3 -3 106 106">
      ${seats.join('')}<circle cx="50" cy="50" r="${ring.stillPoint}" fill="${ink}"/>
    </svg>
  </svg>`
}

function dot({ x, y, r, kind }: Seat, stroke: number, ink: string, yours: string): string {
  const edge = `stroke="${ink}" stroke-width="${stroke}"`
  if (kind === 'yours')
    return `<circle cx="${x}" cy="${y}" r="${r * 1.12}" fill="${yours}" ${edge}/>`
  if (kind === 'taken') return `<circle cx="${x}" cy="${y}" r="${r}" fill="${ink}"/>`
  return `<circle cx="${x}" cy="${y}" r="${r - stroke / 2}" fill="none" ${edge}/>`
}

/** The favicon in its light dress, on paper. */
function icon(favicon: string, tokens: string, size: number, share: number): string {
  const light = favicon.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/, '')
  const side = size * share
  const at = (size - side) / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" fill="${colour(tokens, 'paper')}"/>
    ${light.replace('<svg', `<svg x="${at}" y="${at}" width="${side}" height="${side}"`)}
  </svg>`
}

/** As tokens.css has it, in light. */
function colour(tokens: string, name: string): string {
  const found = new RegExp(`--${name}: (?:light-dark\\()?(#[0-9a-f]{6})`).exec(tokens)?.[1]
  if (!found) throw new Error(`tokens.css names no colour ${name}`)
  return found
}

async function wordmarkFace(): Promise<Uint8Array> {
  const from = '@fontsource-variable/petrona/files/petrona-latin-wght-normal.woff2'
  return await subsetFont(await readFile(require.resolve(from)), 'stillpoint', {
    targetFormat: 'sfnt',
    variationAxes: { wght: 450 },
  })
}

function png(svg: string, face: Uint8Array): Uint8Array {
  const font = { fontBuffers: [face], defaultFontFamily: 'Petrona', loadSystemFonts: false }
  return new Resvg(svg, { font }).render().asPng()
}
