import { For } from 'solid-js'
import type { Statistics } from './queries'
import { amount, figure, percent, words } from './words'

/** The few figures that the drawings are about. */
export function Sums(props: { of: Statistics }) {
  const held = (field: 'seats' | 'capacity' | 'sessions') =>
    props.of.fill.reduce((sum, cell) => sum + cell[field], 0)
  const sums = () => [
    [words.bookings, figure(props.of.totals.bookings)],
    [words.seats, figure(props.of.totals.seats)],
    [words.value, amount(props.of.totals.booked_value, props.of.currency)],
    [words.sessionsHeld, figure(held('sessions'))],
    [words.seatsFilled, held('capacity') > 0 ? percent(held('seats'), held('capacity')) : '–'],
  ]
  return (
    <dl class="session-sums numbers-sums">
      <For each={sums()}>
        {([name, figure]) => (
          <div>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
