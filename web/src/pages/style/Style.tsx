import { For } from 'solid-js'
import { Page } from '../Page'
import { Colours } from './Colours'
import { Controls } from './Controls'
import { Quiet } from './Quiet'
import { Rings } from './Rings'
import { Spaces, Type } from './Type'
import './style.css'
import './tokens.css'

const PARTS = [
  { id: 'colours', title: 'Colours', part: Colours },
  { id: 'type', title: 'Type', part: Type },
  { id: 'space', title: 'Space and shape', part: Spaces },
  { id: 'ring', title: 'The ring', part: Rings },
  { id: 'controls', title: 'Controls', part: Controls },
  { id: 'quiet', title: 'The rest', part: Quiet },
]

/** Tokens, components in their states, and the mark at many seat counts. In development only. */
export default function Style() {
  return (
    <Page title="Style" class="style">
      <header class="page page-head">
        <h1>Style</h1>
        <p class="lede">
          What Stillpoint is drawn with, by day and by night. Everything here is the thing itself,
          not a picture of it.
        </p>
        <nav class="style-parts" aria-label="Parts">
          <For each={PARTS}>{({ id, title }) => <a href={`#${id}`}>{title}</a>}</For>
        </nav>
      </header>
      <For each={PARTS}>
        {({ id, title, part: Part }) => (
          <section class="page style-part" id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            <Part />
          </section>
        )}
      </For>
    </Page>
  )
}
