import { scaleBand, scaleSqrt } from 'd3-scale'
import { createMemo, createSignal, For } from 'solid-js'
import { weekdayNames, weekStart } from '../ui/month'
import { Plot } from './Plot'
import type { Statistics } from './queries'
import { cellWords, figure, fullestWords, hourClock, percent, share, words } from './words'

type Cell = Statistics['fill'][number]

const ROW = 36
const BELOW = 24
const NAMES_WIDTH = 44
/** Fewer hours than this would draw plates, not dots. */
const HOURS_LEAST = 12

/** When her rooms are full: a dot for each weekday and hour at which something was held. */
export function FillGrid(props: { of: Statistics }) {
  const [picked, setPicked] = createSignal<Cell>()
  const first = weekStart()
  const days = weekdayNames(first).map((name, at) => ({
    ...name,
    weekday: ((first + at - 1) % 7) + 1,
  }))
  const nameOf = (weekday: number) => days.find((day) => day.weekday === weekday)?.long ?? ''
  const inWeek = createMemo(() =>
    days.flatMap(({ weekday }) => props.of.fill.filter((cell) => cell.weekday === weekday)),
  )
  const whenOf = (cell: Cell) => `${nameOf(cell.weekday)} ${hourClock(cell.hour)}`
  const reading = () => {
    const cell = picked()
    return cell && `${whenOf(cell)}: ${cellWords(cell)}`
  }
  return (
    <Plot
      title={words.fill}
      says={props.of.fill.length > 0 ? fullestWords(props.of.fill, nameOf) : words.noneHeld}
      legend={words.fillKey}
      reading={reading()}
      empty={props.of.fill.length === 0}
      table={{
        head: [words.weekday, words.hour, words.sessions, words.ofSeats, words.full],
        rows: inWeek().map((cell) => [
          ...[nameOf(cell.weekday), hourClock(cell.hour), cell.sessions],
          ...[
            `${figure(cell.seats)} of ${figure(cell.capacity)}`,
            percent(cell.seats, cell.capacity),
          ],
        ]),
      }}
    >
      {(width) => <Grid cells={props.of.fill} days={days} width={width} onPick={setPicked} />}
    </Plot>
  )
}

function Grid(props: {
  cells: Cell[]
  days: { short: string; weekday: number }[]
  width: number
  onPick: (cell: Cell | undefined) => void
}) {
  const hours = createMemo(() => hoursOf(props.cells))
  const x = createMemo(() => scaleBand<number>().domain(hours()).range([NAMES_WIDTH, props.width]))
  const most = () => Math.min(x().bandwidth() / 2 - 1, ROW / 2 - 4)
  // By area: a room twice as full is twice as much ink.
  const radius = () => scaleSqrt().domain([0, 1]).range([0, most()]).clamp(true)
  const middle = (hour: number) => (x()(hour) ?? 0) + x().bandwidth() / 2
  const row = (weekday: number) =>
    ROW * (props.days.findIndex((day) => day.weekday === weekday) + 0.5)
  const every = () => (x().bandwidth() < 44 ? 3 : 1)
  return (
    <svg
      class="plot-drawing"
      aria-hidden="true"
      width={props.width}
      height={7 * ROW + BELOW}
      onPointerLeave={() => props.onPick(undefined)}
    >
      <For each={props.days}>
        {(day) => (
          <>
            <line
              class="plot-hair"
              x1="0"
              x2={props.width}
              y1={row(day.weekday) + ROW / 2}
              y2={row(day.weekday) + ROW / 2}
            />
            <text x="0" y={row(day.weekday) + 5}>
              {day.short}
            </text>
          </>
        )}
      </For>
      <For each={hours().filter((hour) => hour % every() === 0)}>
        {(hour) => (
          <text class="middle" x={middle(hour)} y={7 * ROW + BELOW - 6}>
            {hour}
          </text>
        )}
      </For>
      <For each={props.cells}>
        {(cell) => (
          <g onPointerEnter={() => props.onPick(cell)}>
            <circle class="plot-room" cx={middle(cell.hour)} cy={row(cell.weekday)} r={most()} />
            <circle
              class="plot-solid"
              cx={middle(cell.hour)}
              cy={row(cell.weekday)}
              r={radius()(share(cell.seats, cell.capacity))}
            />
          </g>
        )}
      </For>
    </svg>
  )
}

/** From the first hour at which anything begins to the last. */
function hoursOf(cells: Cell[]): number[] {
  const known = cells.map(({ hour }) => hour)
  const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [8, 20]
  const length = Math.max(most - least + 1, HOURS_LEAST)
  const first = Math.max(0, Math.min(least, 24 - length))
  return Array.from({ length }, (_, at) => first + at)
}
