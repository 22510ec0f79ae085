import { writeFile } from 'node:fs/promises'
import { encodeQR } from 'qr'

const WIDTH = 640
const HEIGHT = 480
const FRAMES_A_SECOND = 5
const DOT = 6
const WHITE = 235
const BLACK = 16

/** A code that is held before the camera for so long; without a text, nothing is. */
export type Held = { text?: string; seconds: number }

/**
 * Writes a film (YUV4MPEG2, which Chromium plays in place of a camera, over and over) in which
 * codes are held up, one after the other.
 */
export async function film(path: string, held: Held[]): Promise<void> {
  const pieces = [
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`),
  ]
  for (const { text, seconds } of held) {
    const frame = Buffer.concat([Buffer.from('FRAME\n'), picture(text), NO_COLOUR])
    for (let n = 0; n < seconds * FRAMES_A_SECOND; n++) pieces.push(frame)
  }
  await writeFile(path, Buffer.concat(pieces))
}

/** What a browser is started with to see that film. */
export const seeing = (path: string) => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${path}`,
]

const NO_COLOUR = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)

/** Brightness, point by point: the code in the middle of a white sheet. */
function picture(text: string | undefined): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT, WHITE)
  const code = text ? encodeQR(text, 'raw', { ecc: 'medium' }) : []
  const left = Math.floor((WIDTH - code.length * DOT) / 2)
  const top = Math.floor((HEIGHT - code.length * DOT) / 2)
  for (const [y, row] of code.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (!isDark) continue
      for (let line = 0; line < DOT; line++) {
        const start = (top + y * DOT + line) * WIDTH + left + x * DOT
        luma.fill(BLACK, start, start + DOT)
      }
    }
  }
  return luma
}
