import { area, curveStepAfter, line } from 'd3-shape'
import { createSignal } from 'solid-js'
import { OverTime, type Scales } from './OverTime'
import { Plot } from './Plot'
import type { Period, Statistics } from './queries'
import { amount, periodLong, words } from './words'

/** What the bookings of each period are worth. */
export function ValueOverTime(props: { of: Statistics }) {
  const [picked, setPicked] = createSignal<Period>()
  const written = (value: number) => amount(value, props.of.currency)
  const reading = () => {
    const one = picked()
    return one && `${periodLong(one, props.of.unit)}: ${written(one.booked_value)}`
  }
  return (
    <Plot
      title={words.value}
      says={
        props.of.totals.booked_value === 0
          ? words.nothingPaid
          : written(props.of.totals.booked_value)
      }
      legend={words.valueKey}
      reading={reading()}
      empty={props.of.totals.booked_value === 0}
      table={{
        head: [words.when, words.value],
        rows: props.of.periods.map((one) => [
          periodLong(one, props.of.unit),
          written(one.booked_value),
        ]),
      }}
    >
      {(width) => (
        <OverTime
          periods={props.of.periods}
          unit={props.of.unit}
          width={width}
          most={Math.max(...props.of.periods.map((one) => one.booked_value))}
          written={written}
          onPick={setPicked}
        >
          {(scales) => <Steps values={valuesOf(props.of.periods)} scales={scales} />}
        </OverTime>
      )}
    </Plot>
  )
}

const valuesOf = (periods: Period[]) => periods.map((one) => one.booked_value)

/** A step for each period, as wide as the period is. */
function Steps(props: { values: number[]; scales: Scales }) {
  const { x, y, band } = props.scales
  // The last step needs an end of its own.
  const corners = () => [...props.values, props.values.at(-1) ?? 0]
  const across = (_: number, at: number) => (at < props.values.length ? x(at) : x(at - 1) + band)
  const edge = line<number>().curve(curveStepAfter).x(across).y(y)
  const ground = area<number>().curve(curveStepAfter).x(across).y0(y(0)).y1(y)
  return (
    <>
      <path class="plot-area" d={ground(corners()) ?? ''} />
      <path class="plot-line" d={edge(corners()) ?? ''} />
    </>
  )
}
