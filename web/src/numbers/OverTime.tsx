import { scaleBand, scaleLinear } from 'd3-scale'
import { For, type JSX, Show } from 'solid-js'
import type { Period, Unit } from './queries'
import { periodShort } from './words'

const HEIGHT = 208
const ABOVE = 8
const BELOW = 24
/** As wide as a date needs below its bar, with air; half of it may stand in the margin. */
const LABEL_WIDTH = 60

/** Of one figure of a number, as wide as it gets. */
const FIGURE_WIDTH = 7.5

export type Scales = {
  /** Where a period begins, and how wide each is drawn. */
  x: (at: number) => number
  band: number
  y: (value: number) => number
}

/** Hairlines, figures and dates of what is drawn period by period; the drawing itself is the child. */
export function OverTime(props: {
  periods: Period[]
  unit: Unit
  width: number
  most: number
  written: (value: number) => string
  onPick: (period: Period | undefined) => void
  children: (scales: Scales) => JSX.Element
}) {
  /** The figures stand before the bars, never behind them. */
  const gutter = () =>
    8 + FIGURE_WIDTH * Math.max(1, ...ticks().map((value) => props.written(value).length))
  const bands = () =>
    scaleBand<number>()
      .domain(props.periods.map((_, at) => at))
      .range([gutter(), props.width])
      .paddingInner(0.25)
  const y = () =>
    scaleLinear()
      .domain([0, Math.max(1, props.most)])
      .nice(3)
      .range([HEIGHT - BELOW, ABOVE])
  const ticks = () =>
    y()
      .ticks(3)
      .filter((value) => value > 0 && Number.isInteger(value))
  const x = (at: number) => bands()(at) ?? 0
  const every = () =>
    Math.ceil(
      props.periods.length / Math.max(1, Math.floor((props.width - gutter()) / LABEL_WIDTH)),
    )
  const scales = (): Scales => ({ x, band: bands().bandwidth(), y: y() })

  return (
    <svg
      class="plot-drawing"
      aria-hidden="true"
      width={props.width}
      height={HEIGHT}
      onPointerLeave={() => props.onPick(undefined)}
    >
      <For each={ticks()}>
        {(value) => (
          <>
            <line
              class="plot-hair"
              x1={gutter()}
              x2={props.width}
              y1={y()(value)}
              y2={y()(value)}
            />
            <text x="0" y={y()(value) + 4}>
              {props.written(value)}
            </text>
          </>
        )}
      </For>
      {props.children(scales())}
      <line class="plot-base" x1={gutter()} x2={props.width} y1={y()(0)} y2={y()(0)} />
      <For each={props.periods}>
        {(period, at) => (
          <>
            <Show when={at() % every() === 0}>
              <text class="middle" x={x(at()) + bands().bandwidth() / 2} y={HEIGHT - 6}>
                {periodShort(period, props.unit)}
              </text>
            </Show>
            <rect
              class="plot-touch"
              x={x(at())}
              width={bands().step()}
              height={HEIGHT}
              onPointerEnter={() => props.onPick(period)}
            />
          </>
        )}
      </For>
    </svg>
  )
}
