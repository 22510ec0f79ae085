import { createAsync } from '@solidjs/router'
import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from 'solid-js'
import { paths } from '../paths'
import { heldWords, pageWords } from '../sessions/page-words'
import { phaseOf } from '../sessions/phase'
import type { SessionInFull } from '../sessions/sessions'
import { seatsLeft } from '../sessions/words'
import { site } from '../site/site'
import { Button, ButtonLink } from '../ui/Button'
import { LiveRegion } from '../ui/LiveRegion'
import { say } from '../ui/Say'
import { createUndo, UndoLine } from '../ui/Undo'
import { useMe } from '../users/me'
import { SignInOrUp } from '../users/SignInOrUp'
import { AtThatTime } from './AtThatTime'
import { isFixed } from './asking'
import { postBooking, postJoin } from './asks'
import { BookingForm } from './BookingForm'
import { type Draft, dropDraft, keepDraft, loadDraft } from './draft'
import { JoinList } from './JoinList'
import { LineState } from './LineState'
import { createLapsed } from './lapsed'
import { isListOpen } from './list-state'
import type { LiveState } from './live-seats'
import type { MyBooking } from './mine'
import { NotBookable } from './NotBookable'
import { newestMine } from './newest-mine'
import { OfferedSeat } from './OfferedSeat'
import { OnTheList } from './OnTheList'
import { SeatIsYours } from './SeatIsYours'
import { undoLeaving } from './undo-leaving'
import { type Answered, useAsking } from './use-asking'
import { lapsedWords, offerEnd, words } from './words'
import './booking-panel.css'
import './booking-parts.css'

/** The heart of the site: from "two seats left" to "you have a seat", on one spot of one page. */
export function BookingPanel(props: { session: SessionInFull; now: number; line: LiveState }) {
  const me = useMe()
  // Not `useSite`: what waits for it would take the focus out of the page for a moment.
  const about = createAsync(() => site(), { initialValue: null })
  const writes = () => about.latest?.mail ?? false
  const [answered, setAnswered] = createSignal<Answered | null>(null)
  const [wants, setWants] = createSignal<'seat' | 'list'>('seat')
  const { asking, tell, ask } = useAsking((draft: Draft, key) => post(draft, key), setAnswered)
  const [draft, setDraft] = createSignal(loadDraft(props.session.id))
  const phase = createMemo(() => phaseOf(props.session, props.now))
  const isOwn = () => me.latest?.facilitator?.id === props.session.facilitator_id
  const mine = createMemo(() => newestMine(props.session, answered()?.booking ?? null))
  const lapsed = createLapsed(mine, () => props.now)

  const withState = (status: MyBooking['booking_status']) =>
    mine()?.booking_status === status ? mine() : null
  const isToCome = () => ['open', 'full', 'closed'].includes(phase())
  const canWait = () => isListOpen(props.session, props.now)
  const whereItWent = () => {
    if (!isToCome()) return 'over'
    return props.session.available_spots === 0 ? 'gone' : 'open'
  }
  const justBooked = () => (answered()?.booking.id === mine()?.id ? answered() : null)
  const refused = () => {
    const state = asking()
    return state.step === 'refused' ? state.refused : null
  }
  // Whoever asked for the list and got no answer yet must find that question where it was.
  const asksForList = () =>
    isFixed(asking()) ? wants() === 'list' : canWait() && props.session.available_spots === 0

  const post = async (asked: Draft, key: string) => {
    const isSeat = wants() === 'seat'
    const answer = await (isSeat
      ? postBooking(props.session.id, asked, key)
      : postJoin(props.session.id, asked))
    dropDraft(props.session.id)
    return answer
  }
  const change = (next: Draft) => {
    setDraft(next)
    keepDraft(props.session.id, next)
    tell({ type: 'edited' })
  }
  const undo = createUndo()
  const tellLeft = (left: Answered) => {
    const back = undoLeaving(left, setAnswered)
    if (back) undo.offer(back)
    else say(left.message)
  }
  const press = (what: 'seat' | 'list', next = draft()) => {
    undo.clear()
    setWants(what)
    if (next !== draft()) change(next)
    // Not known yet is not nobody: then the desk is asked, and says so.
    if (me.latest === null) tell({ type: 'sign_in_needed' })
    else void ask(next)
  }
  // A place on the list is no seat, and what was given back may be wanted again.
  createEffect(() => {
    if (asking().step === 'booked' && !withState('confirmed')) {
      tell({ type: 'anew', freshKey: crypto.randomUUID() })
    }
  })

  let panel: HTMLElement | undefined
  const isSigningIn = createMemo(() => asking().step === 'signing_in')
  createEffect(
    on(
      isSigningIn,
      // What was pressed is gone, and would take the focus along.
      (isAsked) => {
        const next = isAsked ? 'input' : '.booking-form [type=submit]'
        const field = panel?.querySelector<HTMLElement>(next) ?? panel
        field?.focus({ preventScroll: true })
        // All of it: a field alone would stand at the edge without the words above it.
        panel?.scrollIntoView({ block: 'nearest' })
      },
      { defer: true },
    ),
  )
  // Likewise after an answer that puts something else in its place.
  createEffect(
    on(answered, () => (panel?.querySelector<HTMLElement>('h2') ?? panel)?.focus(), {
      defer: true,
    }),
  )

  return (
    <section class="booking-panel" id="book" aria-label="Booking" tabindex="-1" ref={panel}>
      <LiveRegion words={seatsLeft(props.session)} />
      <UndoLine of={undo} />
      <Show when={lapsed()}>
        {(offer) => <p role="status">{lapsedWords(offerEnd(offer()), whereItWent())}</p>}
      </Show>
      <Switch>
        <Match when={withState('confirmed')}>
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
          <p>{pageWords.own(props.session.session_type)}</p>
          <ButtonLink href={paths.deskSession(props.session.id)}>{pageWords.toDesk}</ButtonLink>
        </Match>
        <Match when={asking().step === 'signing_in'}>
          <p class="booking-count">{seatsLeft(props.session)}</p>
          <p class="quiet">
            {wants() === 'seat'
              ? words.signInFirst(draft().party, props.session.session_type)
              : words.signInToWait}
          </p>
          <SignInOrUp onDone={() => tell({ type: 'signed_in' })} />
          <Button kind="text" onClick={() => tell({ type: 'signed_in' })}>
            Back to the booking
          </Button>
        </Match>
        <Match when={isToCome() && withState('offered')}>
          {(booking) => (
            <OfferedSeat
              session={props.session}
              booking={booking()}
              now={props.now}
              onAnswered={setAnswered}
            />
          )}
        </Match>
        <Match when={isToCome() && withState('waitlisted')}>
          {(booking) => (
            <OnTheList
              session={props.session}
              booking={booking()}
              isListOpen={canWait()}
              writes={writes()}
              asking={asking()}
              onTake={(party) =>
                press('seat', { party, names: booking().names, note: booking().notes })
              }
              onAnswered={setAnswered}
              onLeft={tellLeft}
            />
          )}
        </Match>
        <Match when={asksForList()}>
          <JoinList
            session={props.session}
            now={props.now}
            draft={draft()}
            asking={asking()}
            onChange={change}
            onJoin={() => press('list')}
            writes={writes()}
          >
            <LineState session={props.session} state={props.line} />
            <AtThatTime session={props.session} />
          </JoinList>
        </Match>
        <Match when={phase() !== 'open' && !isFixed(asking())}>
          <NotBookable session={props.session} phase={phase()} refused={refused()} />
        </Match>
        <Match when={true}>
          <div class="booking-head">
            <p class="booking-count">{seatsLeft(props.session)}</p>
            <Show when={heldWords(props.session)}>{(held) => <p class="quiet">{held()}</p>}</Show>
            <LineState session={props.session} state={props.line} />
            <AtThatTime session={props.session} />
          </div>
          <BookingForm
            session={props.session}
            now={props.now}
            draft={draft()}
            asking={asking()}
            onChange={change}
            onBook={(next) => press('seat', next)}
            onJoin={() => press('list')}
          />
        </Match>
      </Switch>
    </section>
  )
}
