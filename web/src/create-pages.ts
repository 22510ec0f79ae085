import { createSignal, startTransition } from 'solid-js'

/**
 * How many pages of a list are read. While more of them are, what is there stays in view: without a
 * transition the page would be taken away, and come back scrolled to its top.
 */
export function createPages(step = 1) {
  const [pages, setPages] = createSignal(step)
  const read = (count: number) => void startTransition(() => setPages(count))
  return {
    pages,
    more: () => read(pages() + step),
    reset: () => read(step),
  }
}
