import { createSignal } from 'solid-js'

/** Off until she allows it. Quiet hours by the clock of this device, `22:00`; the same twice is none. */
export type BellSettings = { on: boolean; volume: number; quietFrom: string; quietUntil: string }

const FIRST: BellSettings = { on: false, volume: 0.5, quietFrom: '21:00', quietUntil: '08:00' }
const PLACE = 'stillpoint:bell'

const [settings, setSettings] = createSignal(remembered())
export const bellSettings = settings

export function changeBell(change: Partial<BellSettings>) {
  setSettings((before) => ({ ...before, ...change }))
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings()))
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Whether it is quiet at that minute of the day; the hours may run over midnight. */
export function isQuiet({ quietFrom, quietUntil }: BellSettings, minute: number): boolean {
  const [from, until] = [minuteOf(quietFrom), minuteOf(quietUntil)]
  if (from === null || until === null || from === until) return false
  return from < until ? from <= minute && minute < until : from <= minute || minute < until
}

/** What was stored, where it is something that was stored by us. */
export function settingsIn(kept: unknown): BellSettings {
  if (typeof kept !== 'object' || kept === null) return FIRST
  const { on, volume, quietFrom, quietUntil } = kept as Record<string, unknown>
  const isVolume = typeof volume === 'number' && volume >= 0 && volume <= 1
  return {
    on: on === true,
    volume: isVolume ? volume : FIRST.volume,
    quietFrom: typeof quietFrom === 'string' ? quietFrom : FIRST.quietFrom,
    quietUntil: typeof quietUntil === 'string' ? quietUntil : FIRST.quietUntil,
  }
}

function remembered(): BellSettings {
  try {
    return settingsIn(JSON.parse(localStorage.getItem(PLACE) ?? 'null'))
  } catch {
    // Storage may be forbidden, or absent where there is no page.
    return FIRST
  }
}

function minuteOf(time: string): number | null {
  const [, hour, minute] = time.match(/^([01]\d|2[0-3]):([0-5]\d)$/) ?? []
  return hour === undefined ? null : Number(hour) * 60 + Number(minute)
}
