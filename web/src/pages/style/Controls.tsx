import { createSignal, For } from 'solid-js'
import { Button, type ButtonKind } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { DialogActions } from '../../ui/Dialog'
import { DialogButton } from '../../ui/DialogButton'
import { Select, TextArea, TextField } from '../../ui/Field'
import { PasswordField } from '../../ui/PasswordField'
import { say } from '../../ui/Say'
import { Stepper } from '../../ui/Stepper'
import { Both, type Theme } from './Both'

const BUTTONS: [kind: ButtonKind, label: string][] = [
  ['yours', 'Book this seat'],
  ['main', 'Publish'],
  ['outline', 'Other times'],
  ['text', 'Pass it on'],
  ['danger', 'Cancel this booking'],
]

export function Controls() {
  return (
    <>
      <Both title="Buttons: at rest, in a row, at work, and dead for a reason">
        {() => <Buttons />}
      </Both>
      <Both title="Fields">{() => <Fields />}</Both>
      <Both title="One of a few, and yes or no">{(theme) => <Chosen theme={theme} />}</Both>
      <Both title="A form that is not finished: send it">{() => <Unfinished />}</Both>
      <Both title="What comes and goes">{() => <Passing />}</Both>
    </>
  )
}

function Buttons() {
  return (
    <ul class="style-buttons">
      <For each={BUTTONS}>
        {([kind, label]) => (
          <li>
            <Button kind={kind}>{label}</Button>
            <Button kind={kind} small>
              {label}
            </Button>
            <Button kind={kind} busy>
              {label}
            </Button>
          </li>
        )}
      </For>
      <li>
        <span>
          <Button because="First and last day come first.">Add a day</Button>
        </span>
      </li>
    </ul>
  )
}

function Fields() {
  const [seats, setSeats] = createSignal(2)
  return (
    <div class="style-fields-typed">
      <TextField label="Empty" hint="What it is for." placeholder="title, teacher, word" />
      <TextField label="Filled" value="Ann Bakker" />
      <TextField label="Refused" value="ann@" error="An address has something after the @." />
      <TextField label="Only to be read" value="ann@example.com" readOnly />
      <Select label="One of several">
        <option>Soonest first</option>
        <option>Cheapest first</option>
      </Select>
      <TextField label="A day" type="date" />
      <PasswordField label="Password" value="eight or more" autocomplete="off" />
      <TextArea label="Longer" rows={3} value="Two or three sentences for your visitors." />
      <Stepper label="Seats" value={seats()} min={1} max={4} onChange={setSeats} />
      <Stepper label="Seats, fixed" value={2} min={1} max={4} onChange={setSeats} fixed />
    </div>
  )
}

function Chosen(props: { theme: Theme }) {
  const [choice, setChoice] = createSignal<'auto' | 'light'>('auto')
  return (
    <div class="style-fields-typed">
      <Choice
        question="Light or dark"
        name={`style-${props.theme}`}
        answers={[
          ['auto', 'As this device is set'],
          ['light', 'Light'],
        ]}
        value={choice()}
        onChoose={setChoice}
      />
      <div>
        <For each={[true, false]}>
          {(checked) => (
            <label class="choice-answer">
              <input type="checkbox" checked={checked} />
              <span>Only with free seats</span>
            </label>
          )}
        </For>
      </div>
    </div>
  )
}

function Unfinished() {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    say('Sent, as far as this page sends anything.')
  }
  return (
    <form class="stack" onSubmit={send}>
      <div class="style-fields-typed">
        <TextField label="Name" required missing="Your name is needed; a first name will do." />
        <TextField label="Email" type="email" required />
        <TextField label="Seats" type="number" min={1} max={20} required />
        <TextField label="Day" type="date" min="2031-05-14" required />
      </div>
      <p>
        <Button kind="main" type="submit">
          Send
        </Button>
      </p>
    </form>
  )
}

function Passing() {
  return (
    <div class="style-row">
      <Button onClick={() => say('Your seat is given back.')}>Say something</Button>
      <DialogButton label="Open a dialog" title="Cancel this booking?">
        {(close) => (
          <>
            <p>It keeps the focus while it is open, and gives it back.</p>
            <DialogActions>
              <Button kind="danger" onClick={close}>
                Cancel this booking
              </Button>
              <Button onClick={close}>Keep my seat</Button>
            </DialogActions>
          </>
        )}
      </DialogButton>
    </div>
  )
}
