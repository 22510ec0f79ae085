import { createSignal, For, type JSX } from 'solid-js'
import { Button, type ButtonKind } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { DialogActions } from '../ui/Dialog'
import { DialogButton } from '../ui/DialogButton'
import { Empty, Waiting } from '../ui/Empty'
import { Select, TextArea, TextField } from '../ui/Field'
import { HourField } from '../ui/HourField'
import { FIELDS } from '../ui/hour'
import { Initials } from '../ui/Initials'
import { say } from '../ui/Say'
import { SeatRing } from '../ui/SeatRing'
import { Stepper } from '../ui/Stepper'
import { Tabs } from '../ui/Tabs'
import { Page } from './Page'
import './style.css'

const COLOURS = [
  ...['paper', 'raised', 'sunk', 'line', 'ink', 'ink-2', 'ink-3', 'danger'],
  ...['yours', 'yours-text', 'dawn', 'morning', 'noon', 'afternoon', 'dusk', 'night', 'retreat'],
]
const STEPS = ['7', '6', '5', '4', '3', '2', '1', '0', 'small']
const BUTTONS: ButtonKind[] = ['yours', 'main', 'outline', 'text', 'danger']
/** From one seat to four hundred: one row, two, three, and arcs. */
const ROOMS = [1, 2, 3, 6, 8, 12, 16, 17, 24, 34, 35, 48, 60, 61, 80, 400]
const SIZES = [24, 40, 62, 104, 232]

/** Tokens, components in their states, and the mark at many seat counts. In development only. */
export default function Style() {
  return (
    <Page title="Style" class="style">
      <h1 class="page">Style</h1>
      <For each={['light', 'dark']}>
        {(theme) => (
          <div class={`style-theme style-${theme}`}>
            <div class="page">
              <h2>In the {theme}</h2>
              <Colours />
              <Type />
              <Rings />
              <Controls theme={theme} />
              <Quiet />
            </div>
          </div>
        )}
      </For>
    </Page>
  )
}

function Part(props: { title: string; children: JSX.Element }) {
  return (
    <section class="style-part">
      <h3>{props.title}</h3>
      <div class="style-row">{props.children}</div>
    </section>
  )
}

function Colours() {
  return (
    <Part title="Colours">
      <For each={COLOURS}>
        {(name) => (
          <figure class="style-colour">
            <svg viewBox="0 0 96 48" aria-hidden="true">
              <rect width="96" height="48" fill={`var(--${name})`} />
            </svg>
            <figcaption class="small">{name}</figcaption>
          </figure>
        )}
      </For>
    </Part>
  )
}

function Type() {
  return (
    <Part title="Type">
      <For each={STEPS}>
        {(step) => <p class={`style-step style-step-${step}`}>{step} Two seats left at 18:30</p>}
      </For>
    </Part>
  )
}

function Rings() {
  return (
    <>
      <Part title="The ring, from 1 seat to 400">
        <For each={ROOMS}>
          {(capacity) => (
            <figure>
              <SeatRing capacity={capacity} taken={Math.ceil(capacity * 0.6)} size={104} />
              <figcaption class="small">{capacity}</figcaption>
            </figure>
          )}
        </For>
      </Part>
      <Part title="Its states">
        <SeatRing capacity={12} taken={0} size={104} />
        <SeatRing capacity={12} taken={11} size={104} />
        <SeatRing capacity={12} taken={12} size={104} />
        <SeatRing capacity={12} taken={7} yours={1} size={104} />
        <SeatRing capacity={24} taken={14} yours={3} size={104} />
        <SeatRing capacity={24} taken={20} pending={2} size={104} />
        <SeatRing capacity={12} taken={14} size={104} />
        <SeatRing capacity={12} taken={9} state="past" size={104} />
        <SeatRing capacity={12} taken={9} state="cancelled" size={104} />
        <SeatRing capacity={80} taken={40} yours={1} size={104} />
      </Part>
      <Part title="Its sizes">
        <For each={SIZES}>
          {(size) => <SeatRing capacity={24} taken={15} yours={1} size={size} />}
        </For>
      </Part>
      <Part title="The hours">
        <For each={FIELDS}>
          {(field) => (
            <HourField field={field} class="style-field">
              <SeatRing capacity={16} taken={9} yours={1} size={104} />
              <span>{field}</span>
            </HourField>
          )}
        </For>
      </Part>
    </>
  )
}

function Controls(props: { theme: string }) {
  const [seats, setSeats] = createSignal(2)
  const [choice, setChoice] = createSignal<'auto' | 'light'>('auto')
  return (
    <>
      <Part title="Buttons">
        <For each={BUTTONS}>
          {(kind) => (
            <>
              <Button kind={kind}>{kind}</Button>
              <Button kind={kind} busy>
                {kind}, busy
              </Button>
              <Button kind={kind} small>
                {kind}, small
              </Button>
            </>
          )}
        </For>
        <Button because="Until the times are set.">Dead, with a reason</Button>
        <Button onClick={() => say('This is said, and goes by itself.')}>Say something</Button>
        <DialogButton label="Open a dialog" title="A dialog">
          {(close) => (
            <>
              <p>The platform's own: it keeps the focus and gives it back.</p>
              <DialogActions>
                <Button kind="main" onClick={close}>
                  Close
                </Button>
              </DialogActions>
            </>
          )}
        </DialogButton>
      </Part>
      <Part title="Fields">
        <TextField label="Plain" hint="What it is for" placeholder="not typed yet" />
        <TextField label="Wrong" value="ann@" error="An address has something after the @." />
        <Select label="One of several">
          <option>Soonest first</option>
        </Select>
        <TextArea label="Longer" rows={3} />
        <Stepper label="Seats" value={seats()} min={1} max={4} onChange={setSeats} />
        <Choice
          question="Light or dark"
          name={`style-${props.theme}`}
          answers={[
            ['auto', 'As the system'],
            ['light', 'Light'],
          ]}
          value={choice()}
          onChoose={setChoice}
        />
      </Part>
    </>
  )
}

function Quiet() {
  return (
    <>
      <Part title="Tabs, people, links">
        <Tabs
          label="Which seats"
          tabs={[
            { href: '/style', label: 'Coming', current: true },
            { href: '/style?past', label: 'Past', current: false },
          ]}
        />
        <Initials name="Marije Okonkwo-de Vries" size={64} />
        <a href="/style">A link in a line</a>
      </Part>
      <Part title="Nothing, and not yet">
        <Empty title="Nothing is planned yet." />
        <Waiting />
      </Part>
    </>
  )
}
