import { createSignal, For } from 'solid-js'
import { HourField } from '../../ui/HourField'
import { FIELDS } from '../../ui/hour'
import { SeatRing } from '../../ui/SeatRing'
import { Stepper } from '../../ui/Stepper'
import { Both, Named } from './Both'

/** From one seat to four hundred: one row, two, three, and arcs. */
const ROOMS = [1, 2, 3, 4, 6, 8, 10, 12, 16, 17, 20, 24, 30, 34, 35, 42, 48, 60, 61, 80, 120, 400]
const SIZES = [24, 40, 62, 104, 232]

export function Rings() {
  return (
    <>
      <Both title="From one seat to four hundred">
        {() => (
          <div class="style-row">
            <For each={ROOMS}>
              {(capacity) => (
                <Named name={String(capacity)}>
                  <SeatRing capacity={capacity} taken={Math.ceil(capacity * 0.6)} size={84} />
                </Named>
              )}
            </For>
          </div>
        )}
      </Both>
      <Both title="What it says">{() => <States />}</Both>
      <Both title="A seat taken, a seat freed">{() => <Moving />}</Both>
      <Both title="The same room, smaller and larger">
        {() => (
          <div class="style-row">
            <For each={SIZES}>
              {(size) => (
                <Named name={String(size)}>
                  <SeatRing capacity={24} taken={15} yours={1} size={size} />
                </Named>
              )}
            </For>
          </div>
        )}
      </Both>
      <Both title="In the light of its hour">
        {() => (
          <div class="style-fields">
            <For each={FIELDS}>
              {(field) => (
                <HourField field={field} class="style-field">
                  <SeatRing capacity={16} taken={9} yours={1} size={84} />
                  <span class="style-field-name">{field}</span>
                </HourField>
              )}
            </For>
          </div>
        )}
      </Both>
    </>
  )
}

function States() {
  return (
    <div class="style-row">
      <Named name="empty">
        <SeatRing capacity={12} taken={0} size={84} />
      </Named>
      <Named name="one left">
        <SeatRing capacity={12} taken={11} size={84} />
      </Named>
      <Named name="full">
        <SeatRing capacity={12} taken={12} size={84} />
      </Named>
      <Named name="one is yours">
        <SeatRing capacity={12} taken={7} yours={1} size={84} />
      </Named>
      <Named name="three are yours">
        <SeatRing capacity={24} taken={14} yours={3} size={84} />
      </Named>
      <Named name="two offered">
        <SeatRing capacity={24} taken={20} pending={2} size={84} />
      </Named>
      <Named name="over by two">
        <SeatRing capacity={12} taken={14} size={84} />
      </Named>
      <Named name="past">
        <SeatRing capacity={12} taken={9} state="past" size={84} />
      </Named>
      <Named name="cancelled">
        <SeatRing capacity={12} taken={9} state="cancelled" size={84} />
      </Named>
      <Named name="yours, of 80">
        <SeatRing capacity={80} taken={40} yours={1} size={84} />
      </Named>
    </div>
  )
}

function Moving() {
  const [capacity, setCapacity] = createSignal(12)
  const [taken, setTaken] = createSignal(7)
  const [yours, setYours] = createSignal(0)
  return (
    <div class="style-moving">
      <SeatRing capacity={capacity()} taken={taken()} yours={yours()} size={232} />
      <div class="stack">
        <Stepper label="Seats" value={capacity()} min={1} max={400} onChange={setCapacity} />
        <Stepper label="Taken" value={taken()} min={yours()} max={402} onChange={setTaken} />
        <Stepper label="Yours" value={yours()} min={0} max={taken()} onChange={setYours} />
      </div>
    </div>
  )
}
