import { createMemo, createRenderEffect, For, Index, Show } from 'solid-js'
import { type RingNoun, ringWords } from './ring-words'
import { type Ring, type RingCounts, type RingState, type Seat, seatRing } from './seat-ring'
import './seat-ring.css'

type SeatRingProps = RingCounts & {
  state?: RingState
  /** The size it is drawn for; a page may still set another in CSS. */
  size: number
  /** What each dot is called: a session has seats, a retreat has places. */
  noun?: RingNoun
  /** Where the same is written beside it, the picture is silent. */
  silent?: boolean
  class?: string
}

/** A room seen from above: every dot is a seat. */
export function SeatRing(props: SeatRingProps) {
  const state = () => props.state ?? 'open'
  // Read once, not once a seat: each may be worked out anew by whoever gives it.
  const ring = createMemo(() => {
    const { capacity, taken, pending, yours, left } = props
    return seatRing({ capacity, taken, pending, yours, left }, state(), props.size)
  })
  // Of the ring, not of each dot: a page has hundreds of dots, and seldom does one change.
  const justTaken = createMemo((last: { seats: Seat[]; ripples: Seat[] }) => {
    const { seats } = ring()
    const ripples = seats.filter((seat, at) => last.seats[at]?.kind === 'free' && isSolid(seat))
    return { seats, ripples }
  }, NONE)
  return (
    <svg
      class={`seat-ring ${state()} ${props.class ?? ''}`}
      viewBox="-3 -3 106 106"
      width={props.size}
      height={props.size}
      role={props.silent ? undefined : 'img'}
      aria-hidden={props.silent ? 'true' : undefined}
      aria-label={props.silent ? undefined : ringWords(props, props.noun)}
      stroke-width={ring().stroke}
    >
      <Index each={ring().arcs}>
        {(arc) => (
          <>
            <circle class="line" cx="50" cy="50" r={arc().r} />
            <Show when={arc().share > 0}>
              <circle
                class="arc"
                cx="50"
                cy="50"
                r={arc().r}
                pathLength="1"
                stroke-width={arc().width}
                stroke-dasharray={`${arc().share} 1`}
                transform="rotate(-90 50 50)"
              />
            </Show>
          </>
        )}
      </Index>
      <Show when={ring().yoursOnArc}>
        <circle class="yours" cx="50" cy="8" r="5.2" />
      </Show>
      <Seats ring={ring()} />
      <For each={justTaken().ripples}>
        {(seat) => <circle class="ripple" cx={seat.x} cy={seat.y} r={seat.r} />}
      </For>
      <circle class="solid" cx="50" cy="50" r={ring().stillPoint} />
      <Show when={ring().closed}>
        <circle class="line" cx="50" cy="50" r="49" />
      </Show>
      <Index each={ring().over}>
        {(dot) => <circle class="over" cx={dot().x} cy={dot().y} r={dot().r} />}
      </Index>
      <Show when={state() === 'cancelled'}>
        <path class="struck" d="M4 50H96" />
      </Show>
    </svg>
  )
}

/**
 * A seat that is taken while one looks fills from its centre; a freed one empties. A page has hundreds
 * of them and few ever change: one effect draws them all, where one for each would cost a slow phone.
 */
function Seats(props: { ring: Ring }) {
  const group = (<g />) as SVGGElement
  createRenderEffect(() => {
    const { seats, stroke } = props.ring
    while (group.childElementCount > seats.length) group.lastChild?.remove()
    for (const [at, { x, y, r, kind }] of seats.entries()) {
      const dot = group.children[at] ?? group.appendChild(newDot())
      dot.setAttribute('class', `seat ${kind}`)
      dot.setAttribute('transform', `translate(${x} ${y})`)
      dot.firstElementChild?.setAttribute('r', String(r - stroke / 2))
      dot.lastElementChild?.setAttribute('r', String(r))
    }
  })
  return group
}

const newDot = () =>
  (
    <g>
      <circle class="edge" />
      <circle class="fill" />
    </g>
  ) as SVGGElement

const NONE = { seats: [], ripples: [] }

const isSolid = ({ kind }: Seat) => kind === 'taken' || kind === 'yours'
