import { createMemo, createSignal, Index, Show } from 'solid-js'
import { type RingNoun, ringWords } from './ring-words'
import { type RingCounts, type RingState, type Seat, seatRing } from './seat-ring'
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
      <Index each={ring().seats}>
        {(seat) => <SeatDot seat={seat()} stroke={ring().stroke} />}
      </Index>
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

/** A seat that is taken while one looks fills from its centre, with one ripple; a freed one empties. */
function SeatDot(props: { seat: Seat; stroke: number }) {
  const [ripples, setRipples] = createSignal(false)
  createMemo((before: string | undefined) => {
    if (before === 'free' && isSolid(props.seat.kind)) setRipples(true)
    return props.seat.kind
  })
  return (
    <g class={`seat ${props.seat.kind}`}>
      <circle
        class="edge"
        cx={props.seat.x}
        cy={props.seat.y}
        r={props.seat.r - props.stroke / 2}
      />
      <circle class="fill" cx={props.seat.x} cy={props.seat.y} r={props.seat.r} />
      <Show when={ripples()}>
        <circle
          class="ripple"
          cx={props.seat.x}
          cy={props.seat.y}
          r={props.seat.r}
          onAnimationEnd={() => setRipples(false)}
        />
      </Show>
    </g>
  )
}

const isSolid = (kind: Seat['kind']) => kind === 'taken' || kind === 'yours'
