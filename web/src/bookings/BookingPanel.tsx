import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from 'solid-js'
import { paths } from '../paths'
import { heldWords, pageWords } from '../sessions/page-words'
import { phaseOf } from '../sessions/phase'
import type { SessionInFull } from '../sessions/sessions'
import { seatsLeft } from '../sessions/words'
import { Button, ButtonLink } from '../ui/Button'
import { LiveRegion } from '../ui/LiveRegion'
import { useMe } from '../users/me'
import { SignInOrUp } from '../users/SignInOrUp'
import { isFixed } from './asking'
import { BookingForm } from './BookingForm'
import { type Draft, keepDraft, loadDraft } from './draft'
import { NotBookable } from './NotBookable'
import { SeatIsYours } from './SeatIsYours'
import { useAsking } from './use-asking'
import { words } from './words'
import './booking-panel.css'

/** The heart of the site: from "two seats left" to "you have a seat", on one spot of one page. */
export function BookingPanel(props: { session: SessionInFull; now: number }) {
  const me = useMe()
  const { asking, tell, ask } = useAsking(() => props.session.id)
  const [draft, setDraft] = createSignal(loadDraft(props.session.id))
  const phase = createMemo(() => phaseOf(props.session, props.now))
  const isOwn = () => me.latest?.facilitator?.id === props.session.facilitator_id

  const mine = createMemo(() => {
    const state = asking()
    const kept = props.session.my_booking
    if (kept?.booking_status === 'confirmed') return kept
    return state.step === 'booked' ? state.booked.booking : null
  })
  const justBooked = () => {
    const state = asking()
    return state.step === 'booked' ? state.booked : null
  }
  const refused = () => {
    const state = asking()
    return state.step === 'refused' ? state.refused : null
  }
  const change = (next: Draft) => {
    setDraft(next)
    keepDraft(props.session.id, next)
    tell({ type: 'edited' })
  }
  const press = (next = draft()) => {
    if (next !== draft()) change(next)
    // Not known yet is not nobody: then the desk is asked, and says so.
    if (me.latest === null) tell({ type: 'sign_in_needed' })
    else void ask(next)
  }

  let panel: HTMLElement | undefined
  createEffect(
    on(
      () => asking().step === 'signing_in',
      // What was pressed is gone, and would take the focus along.
      (isSigningIn) => {
        const next = isSigningIn ? 'input' : '.booking-form [type=submit]'
        const field = panel?.querySelector<HTMLElement>(next) ?? panel
        field?.focus({ preventScroll: true })
        // All of it: a field alone would stand at the edge without the words above it.
        panel?.scrollIntoView({ block: 'nearest' })
      },
      { defer: true },
    ),
  )

  return (
    <section class="booking-panel" id="book" aria-label="Booking" tabindex="-1" ref={panel}>
      <LiveRegion words={seatsLeft(props.session)} />
      <Switch>
        <Match when={mine()}>
          {(booking) => (
            <SeatIsYours booking={booking()} justBooked={justBooked()} now={props.now} />
          )}
        </Match>
        <Match when={phase() === 'draft'}>
          <p>{pageWords.draft}</p>
          <ButtonLink href={paths.deskSession(props.session.id)}>{pageWords.toDesk}</ButtonLink>
        </Match>
        <Match when={isOwn()}>
          <p class="booking-count">{seatsLeft(props.session)}</p>
          <p>{pageWords.own}</p>
          <ButtonLink href={paths.deskSession(props.session.id)}>{pageWords.toDesk}</ButtonLink>
        </Match>
        <Match when={asking().step === 'signing_in'}>
          <p class="booking-count">{seatsLeft(props.session)}</p>
          <p class="quiet">{words.signInFirst(draft().party, props.session.session_type)}</p>
          <SignInOrUp onDone={() => tell({ type: 'signed_in' })} />
          <Button kind="text" onClick={() => tell({ type: 'signed_in' })}>
            Back to the booking
          </Button>
        </Match>
        <Match when={phase() !== 'open' && !isFixed(asking())}>
          <NotBookable session={props.session} phase={phase()} refused={refused()} />
        </Match>
        <Match when={true}>
          <p class="booking-count">{seatsLeft(props.session)}</p>
          <Show when={heldWords(props.session)}>{(held) => <p class="quiet">{held()}</p>}</Show>
          <Show when={!props.session.exact}>
            <p class="quiet">{pageWords.offlineCopy}</p>
          </Show>
          <BookingForm
            session={props.session}
            now={props.now}
            draft={draft()}
            asking={asking()}
            onChange={change}
            onBook={press}
          />
        </Match>
      </Switch>
    </section>
  )
}
