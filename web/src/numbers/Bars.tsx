import { scaleLinear } from 'd3-scale'
import { For } from 'solid-js'
import { Plot } from './Plot'
import { figure, percent, words } from './words'

const ROW = 36
const FIGURE_WIDTH = 44

/** How many of each kind, below each other; what part of all they are stands in the table. */
export function Bars(props: {
  title: string
  says: string
  kinds: string
  rows: { label: string; count: number }[]
}) {
  const all = () => props.rows.reduce((sum, { count }) => sum + count, 0)
  return (
    <Plot
      title={props.title}
      says={props.says}
      empty={all() === 0}
      table={{
        head: [props.kinds, words.howMany, words.share],
        rows: props.rows.map(({ label, count }) => [label, figure(count), percent(count, all())]),
      }}
    >
      {(width) => <Drawing rows={props.rows} width={width} />}
    </Plot>
  )
}

function Drawing(props: { rows: { label: string; count: number }[]; width: number }) {
  const labelWidth = () => Math.min(168, props.width * 0.42)
  const most = () => Math.max(1, ...props.rows.map(({ count }) => count))
  const length = () =>
    scaleLinear()
      .domain([0, most()])
      .range([0, props.width - labelWidth() - FIGURE_WIDTH])
  return (
    <svg
      class="plot-drawing"
      aria-hidden="true"
      width={props.width}
      height={props.rows.length * ROW}
    >
      <For each={props.rows}>
        {({ label, count }, at) => (
          <>
            <text class="name" x="0" y={at() * ROW + 23}>
              {label}
            </text>
            <rect
              class="plot-solid"
              x={labelWidth()}
              y={at() * ROW + 9}
              width={length()(count)}
              height={18}
            />
            <text x={labelWidth() + length()(count) + 8} y={at() * ROW + 23}>
              {figure(count)}
            </text>
          </>
        )}
      </For>
      <line
        class="plot-base"
        x1={labelWidth()}
        x2={labelWidth()}
        y1="0"
        y2={props.rows.length * ROW}
      />
    </svg>
  )
}
