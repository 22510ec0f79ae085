import { type JSX, Show } from 'solid-js'
import { paths } from '../paths'
import type { Refusal } from '../refusal'
import type { SessionInFull } from '../sessions/sessions'
import { seatsLeft, waitWords } from '../sessions/words'
import { Button, ButtonLink } from '../ui/Button'
import { type Asking, isFixed } from './asking'
import type { Draft } from './draft'
import { keptSeats } from './list-state'
import { PartyFields } from './PartyFields'
import { Progress } from './Progress'
import type { Answered } from './use-asking'
import { keptWords, listMeans, refusedWords, untilWhenFree, words } from './words'

/** Nothing left to book: the way onto the list, for as many as come. */
export function JoinList(props: {
  session: SessionInFull
  now: number
  draft: Draft
  asking: Asking<Answered, Refusal>
  onChange: (draft: Draft) => void
  onJoin: () => void
  /** Whether letters go out from here. */
  writes: boolean
  /** What is to be known beneath the count. */
  children: JSX.Element
}) {
  const type = () => props.session.session_type
  const refused = () => (props.asking.step === 'refused' ? props.asking.refused : null)
  return (
    <form
      class="booking-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onJoin()
      }}
    >
      <div class="booking-head">
        <Show
          when={keptSeats(props.session)}
          fallback={<p class="booking-count">{seatsLeft(props.session)}</p>}
        >
          {(kept) => (
            <>
              <p class="booking-count">{keptWords(kept(), type())}</p>
              <p class="quiet">{waitWords(props.session)}</p>
            </>
          )}
        </Show>
        {props.children}
      </div>
      <Show when={refused()}>
        {(refusal) => (
          <p class="booking-refused" role="alert">
            {refusedWords(refusal(), props.draft.party, type())}
          </p>
        )}
      </Show>
      <PartyFields
        session={props.session}
        draft={props.draft}
        fixed={isFixed(props.asking)}
        onChange={props.onChange}
      />
      <Button kind="main" type="submit" wide busy={props.asking.step === 'asking'}>
        {words.join}
      </Button>
      <Progress asking={props.asking} said={words.asList} unknown={words.unknownList} />
      <p class="small">
        {listMeans(type(), props.draft.party)} <Show when={props.writes}>{words.letterToo} </Show>
        {untilWhenFree(props.session, props.now)}
      </p>
      <ButtonLink href={paths.sessions({ facilitator: props.session.facilitator_id })} wide>
        {words.otherTimes}
      </ButtonLink>
    </form>
  )
}
