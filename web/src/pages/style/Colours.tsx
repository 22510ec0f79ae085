import { createSignal, For, onCleanup, onMount } from 'solid-js'
import { FIELDS } from '../../ui/hour'
import { Both } from './Both'
import { contrast } from './contrast'

type Pair = { ground: string; text: string; says: string }

const TEXTS: Pair[] = ['ink', 'ink-2', 'ink-3', 'danger', 'yours-text'].flatMap((text) =>
  ['paper', 'raised', 'sunk'].map((ground) => ({ ground, text, says: `${text} on ${ground}` })),
)
const YOURS: Pair[] = [
  { ground: 'yours', text: 'on-yours', says: 'yours: your seat, your offer, nothing else' },
]
const HOURS: Pair[] = FIELDS.map((field) => ({
  ground: field,
  text: field === 'night' ? 'on-night' : 'ink',
  says: field,
}))

export function Colours() {
  return (
    <>
      <Both title="Words on grounds, with their contrast">
        {() => <Swatches of={TEXTS} three />}
      </Both>
      <Both title="Marigold means yours">{() => <Swatches of={YOURS} />}</Both>
      <Both title="The hour, and a retreat">{() => <Swatches of={HOURS} />}</Both>
      <Both title="Lines">
        {() => (
          <ul class="style-lines">
            <li class="style-line">line: between rows</li>
            <li class="style-edge">ink-3: the edge of a field</li>
          </ul>
        )}
      </Both>
    </>
  )
}

function Swatches(props: { of: Pair[]; three?: boolean }) {
  return (
    <ul class="style-swatches" classList={{ three: props.three }}>
      <For each={props.of}>{(pair) => <Swatch {...pair} />}</For>
    </ul>
  )
}

/** The contrast is worked out from the colours as they are drawn, so the tokens cannot drift from it. */
function Swatch(props: Pair) {
  const [ratio, setRatio] = createSignal(0)
  let swatch: HTMLLIElement | undefined
  const measure = () => {
    if (!swatch) return
    const { color, backgroundColor } = getComputedStyle(swatch)
    setRatio(contrast(color, backgroundColor))
  }
  onMount(() => {
    // Once the style sheets are there: in development they follow their modules.
    const frame = requestAnimationFrame(measure)
    onCleanup(() => cancelAnimationFrame(frame))
  })
  return (
    <li
      ref={swatch}
      class="style-swatch"
      style={{ background: `var(--${props.ground})`, color: `var(--${props.text})` }}
    >
      <span>{props.says}</span>
      <span>{ratio().toFixed(1)}</span>
    </li>
  )
}
