import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'

/** More than the first view of a phone shows. */
const FIRST = 2
const NEXT = 1

let isFirstList = true

/**
 * A list with its beginning first, in the first view of an opened site: a slow phone can be scrolled
 * and pressed while the rest is drawn. Who comes back to a list finds it whole, and their place in it.
 */
export function inPortions<T>(whole: Accessor<T[]>) {
  const [shown, setShown] = createSignal(isFirstList ? FIRST : Number.POSITIVE_INFINITY)
  isFirstList = false
  const isWhole = createMemo(() => shown() >= whole().length)
  const timer = setInterval(() => {
    if (whole().length === 0) return
    setShown((count) => (count < whole().length ? count + NEXT : Number.POSITIVE_INFINITY))
    if (shown() === Number.POSITIVE_INFINITY) clearInterval(timer)
  })
  onCleanup(() => clearInterval(timer))
  const portion = createMemo(() => (isWhole() ? whole() : whole().slice(0, shown())))
  return { portion, isWhole }
}
