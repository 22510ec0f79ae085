import type { Page } from 'playwright-core'

const RATE_HZ = 48_000

type Listening = { tones: number; rendered?: OfflineAudioContext }

/** From the next page on what would sound is counted, and can be rendered: no machine of ours has ears. */
export function listenIn(page: Page) {
  return page.addInitScript((rate) => {
    const ear: Listening = { tones: 0 }
    const Silent = class extends OfflineAudioContext {
      constructor() {
        super(1, 2 * rate, rate)
        // One that is heard would run from the first touch on.
        Object.defineProperty(this, 'state', { value: 'running' })
        Object.defineProperty(this, 'resume', { value: () => Promise.resolve() })
        ear.rendered = this
      }
    }
    const Tone = class extends OscillatorNode {
      constructor(...from: ConstructorParameters<typeof OscillatorNode>) {
        super(...from)
        ear.tones += 1
      }
    }
    Object.assign(window, { ear, AudioContext: Silent, OscillatorNode: Tone })
  }, RATE_HZ)
}

export function tonesHeard(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { ear: Listening }).ear.tones)
}

/** What sounded so far: its peak, its end in seconds, and the widest step between two samples. */
export function renderSound(page: Page): Promise<{ peak: number; ends: number; step: number }> {
  return page.evaluate(async (rate) => {
    const { rendered } = (window as unknown as { ear: Listening }).ear
    const wave = (await rendered?.startRendering())?.getChannelData(0) ?? []
    const sound = { peak: 0, ends: 0, step: Math.abs(wave[0] ?? 0) }
    for (let i = 1; i < wave.length; i++) {
      const [before, here] = [wave[i - 1] ?? 0, wave[i] ?? 0]
      sound.peak = Math.max(sound.peak, Math.abs(here))
      sound.step = Math.max(sound.step, Math.abs(here - before))
      if (Math.abs(here) > 1e-5) sound.ends = i / rate
    }
    return sound
  }, RATE_HZ)
}

/** Whether some window is ringing, or has just rung. */
export function isRinging(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    return [...held, ...pending].some(({ name }) => name === 'stillpoint:bell')
  })
}
