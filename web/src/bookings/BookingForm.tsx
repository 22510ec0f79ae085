import { Show } from 'solid-js'
import { paths } from '../paths'
import type { Refusal } from '../refusal'
import type { SessionInFull } from '../sessions/sessions'
import { Button } from '../ui/Button'
import { inWords } from '../ui/numbers'
import { type Asking, isFixed } from './asking'
import { BookingBar } from './BookingBar'
import type { Draft } from './draft'
import { isListOpen } from './list-state'
import { PartyFields } from './PartyFields'
import { Progress } from './Progress'
import { Total } from './Total'
import type { Answered } from './use-asking'
import {
  bookLabel,
  fewerLeft,
  howToPay,
  refusedWords,
  seatsStillLeft,
  total,
  untilWhenFree,
  words,
} from './words'

type BookingFormProps = {
  session: SessionInFull
  now: number
  draft: Draft
  asking: Asking<Answered, Refusal>
  onChange: (draft: Draft) => void
  onBook: (draft?: Draft) => void
  onJoin: () => void
}

export function BookingForm(props: BookingFormProps) {
  let button: HTMLDivElement | undefined
  const type = () => props.session.session_type
  const fixed = () => isFixed(props.asking)
  const sum = () => total(props.session.price, props.draft.party, props.session.currency)
  const pay = () => howToPay(props.session, props.session.price)
  // Said before anything is asked. What was asked already stays as it was asked.
  const isTooMany = () => !fixed() && props.draft.party > props.session.available_spots
  return (
    <form
      class="booking-form"
      // Seats may go while one looks: the desk decides, and says how many are left.
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isTooMany()) props.onBook()
      }}
    >
      <PartyFields
        session={props.session}
        draft={props.draft}
        fixed={fixed()}
        onChange={props.onChange}
      />
      <Show when={!isTooMany()} fallback={<TooMany {...props} />}>
        <Total of={{ ...props.session, party_size: props.draft.party }} />
        <Refused {...props} />
        <div ref={button}>
          <Button kind="yours" type="submit" wide busy={props.asking.step === 'asking'}>
            {bookLabel(props.draft.party, type())}
          </Button>
        </div>
        <Progress asking={props.asking} said={words.asking(type())} />
        <p class="small">
          <Show when={pay()}>{(how) => <>{how()} </>}</Show>
          {untilWhenFree(props.session, props.now)}
        </p>
        <BookingBar session={props.session} sum={sum()} unless={() => button} />
      </Show>
    </form>
  )
}

/** Some are left, and not as many as are wanted: take those, or wait for all. */
function TooMany(props: BookingFormProps) {
  const left = () => props.session.available_spots
  return (
    <div class="booking-refused" role="alert">
      <p>{fewerLeft(left(), props.draft.party, props.session.session_type)}</p>
      <p class="booking-choices">
        <Button kind="yours" small onClick={() => props.onBook({ ...props.draft, party: left() })}>
          Take {inWords(left())}
        </Button>
        <Show when={isListOpen(props.session, props.now)}>
          <Button small onClick={props.onJoin}>
            {words.join}
          </Button>
        </Show>
      </p>
    </div>
  )
}

function Refused(props: BookingFormProps) {
  const refused = () => (props.asking.step === 'refused' ? props.asking.refused : null)
  return (
    <Show when={refused()}>
      {(refusal) => (
        <div class="booking-refused" role="alert">
          <p>{refusedWords(refusal(), props.draft.party, props.session.session_type)}</p>
          <Show when={refusal().code === 'not_enough_seats' && seatsStillLeft(refusal())}>
            {(left) => (
              <Button small onClick={() => props.onBook({ ...props.draft, party: left() })}>
                Take {inWords(left())}
              </Button>
            )}
          </Show>
          <Show when={refusal().code === 'already_booked'}>
            <a href={paths.yourSeats()}>{words.yourSeats}</a>
          </Show>
        </div>
      )}
    </Show>
  )
}
