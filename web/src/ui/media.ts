import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether the window is such: for what need not be made where CSS would only hide it. */
export function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  const follow = () => setMatches(media.matches)
  media.addEventListener('change', follow)
  onCleanup(() => media.removeEventListener('change', follow))
  return matches
}
