import { createSignal, For, Show } from 'solid-js'
import { OverTime, type Scales } from './OverTime'
import { Plot } from './Plot'
import type { Period, Statistics } from './queries'
import { figure, madeWords, periodLong, words } from './words'

/** What was booked in each period, and on top, hollow, what was cancelled since. */
export function BookingsOverTime(props: { of: Statistics }) {
  const [picked, setPicked] = createSignal<Period>()
  const reading = () => {
    const one = picked()
    return one && `${periodLong(one, props.of.unit)}: ${madeWords(one)}`
  }
  return (
    <Plot
      title={words.overTime}
      says={madeWords(props.of.totals)}
      legend={words.overTimeKey}
      reading={reading()}
      empty={props.of.totals.bookings + props.of.totals.cancelled === 0}
      table={{
        head: [words.when, words.bookings, words.seats, words.cancelledShort],
        rows: props.of.periods.map((one) => [
          periodLong(one, props.of.unit),
          ...[one.bookings, one.seats, one.cancelled].map(figure),
        ]),
      }}
    >
      {(width) => (
        <OverTime
          periods={props.of.periods}
          unit={props.of.unit}
          width={width}
          most={Math.max(...props.of.periods.map((one) => one.bookings + one.cancelled))}
          written={figure}
          onPick={setPicked}
        >
          {(scales) => (
            <For each={props.of.periods}>
              {(one, at) => <Bar of={one} at={at()} scales={scales} />}
            </For>
          )}
        </OverTime>
      )}
    </Plot>
  )
}

function Bar(props: { of: Period; at: number; scales: Scales }) {
  const { x, y, band } = props.scales
  const made = () => y(props.of.bookings)
  const all = () => y(props.of.bookings + props.of.cancelled)
  return (
    <>
      <rect class="plot-solid" x={x(props.at)} y={made()} width={band} height={y(0) - made()} />
      <Show when={props.of.cancelled > 0}>
        <rect
          class="plot-hollow"
          x={x(props.at) + 0.5}
          y={all() + 0.5}
          width={Math.max(0, band - 1)}
          height={Math.max(0, made() - all() - 1)}
        />
      </Show>
    </>
  )
}
