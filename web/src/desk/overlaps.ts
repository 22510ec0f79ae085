import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'

export type Span = { start_time: string; end_time: string }

/** After the last key: each digit of a time would be a question of its own. */
const ASK_AFTER_MS = 400

/** Her other sessions at that time, for advice: where nobody answers there is none. */
export function createOverlaps(span: () => Span | undefined, except: number | undefined) {
  const [overlaps, setOverlaps] = createSignal<Overlap[]>([])
  const asked = () => `${span()?.start_time} ${span()?.end_time}`
  createEffect(
    on(asked, (about) => {
      const during = span()
      if (!during) return setOverlaps([])
      const ask = async () => {
        const found = await readOverlaps(during, except).catch(unlessBroken)
        // Another time may have been typed while it was asked.
        if (asked() === about) setOverlaps(found)
      }
      const timer = setTimeout(ask, ASK_AFTER_MS)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return overlaps
}

type Overlap = Awaited<ReturnType<typeof readOverlaps>>[number]

async function readOverlaps({ start_time, end_time }: Span, except: number | undefined) {
  const query = { start_time, end_time, except: except === undefined ? undefined : String(except) }
  return (await api.facilitator.overlaps.$get({ query })).json()
}

function unlessBroken(error: unknown): Overlap[] {
  if (error instanceof Refusal) return []
  throw error
}
