import { createSignal, For, Show } from 'solid-js'
import { Button } from '../ui/Button'
import { readersZone } from '../ui/times'
import { CancelVisitor } from './CancelVisitor'
import { Decisions } from './Decisions'
import { offerWords, waitingHeading, waitsWords, words } from './people-words'
import { type Attendee, createDeskAside, type DeskSession, decisions, waiting } from './queries'
import { partyWords } from './words'
import './waiting-list.css'

/** Who waits, in which order; whom a seat is offered to; and why it went as it did. */
export function WaitingList(props: { session: DeskSession; canChange: boolean }) {
  const list = createDeskAside(() => waiting(props.session.id))
  const [leaving, setLeaving] = createSignal<Attendee>()
  const offered = () => (list()?.items ?? []).filter((one) => one.state === 'offered')
  const waiters = () =>
    (list()?.items ?? [])
      .filter((one) => one.state === 'waitlisted')
      .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
  const row = (booking: Attendee) => (
    <Waiter
      booking={booking}
      session={props.session}
      canChange={props.canChange}
      onRemove={() => setLeaving(booking)}
    />
  )
  const log = createDeskAside(() => decisions(props.session.id, 1))
  /** A session for which nobody ever waited says nothing of waiting. */
  const isTold = () => (list()?.items.length ?? 0) + (log()?.items.length ?? 0) > 0
  return (
    <Show when={isTold()}>
      <section class="waiting-list" aria-labelledby="waiting">
        <h2 id="waiting">{waitingHeading(waiters().length)}</h2>
        <Show when={offered().length > 0}>
          <ul class="waiters" aria-label={words.offersOut}>
            <For each={offered()}>{row}</For>
          </ul>
        </Show>
        <Show when={waiters().length > 0}>
          <ol class="waiters numbered" aria-label={words.inOrder}>
            <For each={waiters()}>{row}</For>
          </ol>
        </Show>
        <Decisions sessionId={props.session.id} />
        <CancelVisitor
          booking={leaving()}
          type={props.session.session_type}
          onClose={() => setLeaving(undefined)}
        />
      </section>
    </Show>
  )
}

function Waiter(props: {
  booking: Attendee
  session: DeskSession
  canChange: boolean
  onRemove: () => void
}) {
  return (
    <li class="waiter">
      <div>
        <span class="person-title">{props.booking.user.name}</span>
        <span class="small">
          <span class="waiter-fact">
            {partyWords(props.booking.party_size, props.session.session_type)}.
          </span>{' '}
          <span class="waiter-fact">
            {props.booking.state === 'offered'
              ? offerWords(props.booking, props.session.time_zone)
              : waitsWords(props.booking, readersZone())}
          </span>
        </span>
      </div>
      <Show when={props.canChange}>
        <Button kind="text" aria-haspopup="dialog" onClick={props.onRemove}>
          {words.remove}
          <span class="hidden-visually"> {props.booking.user.name} from the list</span>
        </Button>
      </Show>
    </li>
  )
}
