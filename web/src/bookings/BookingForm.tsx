import { Match, Show, Switch } from 'solid-js'
import { paths } from '../paths'
import type { Refusal } from '../refusal'
import type { SessionInFull } from '../sessions/sessions'
import { seatNoun } from '../sessions/words'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { capital, inWords } from '../ui/numbers'
import { Stepper } from '../ui/Stepper'
import { type Asking, isFixed } from './asking'
import { BookingBar } from './BookingBar'
import type { Draft } from './draft'
import type { Booked } from './use-asking'
import {
  bookLabel,
  howToPay,
  refusedWords,
  seatsStillLeft,
  total,
  untilWhenFree,
  words,
} from './words'

const PARTY_MAX = 20
const NOTE_MAX = 2_000

type BookingFormProps = {
  session: SessionInFull
  now: number
  draft: Draft
  asking: Asking<Booked, Refusal>
  onChange: (draft: Draft) => void
  onBook: (draft?: Draft) => void
}

export function BookingForm(props: BookingFormProps) {
  let button: HTMLDivElement | undefined
  const type = () => props.session.session_type
  const fixed = () => isFixed(props.asking)
  const sum = () => total(props.session.price, props.draft.party, props.session.currency)
  const pay = () => howToPay(props.session, props.session.price)
  return (
    <form
      class="booking-form"
      // Seats may go while one looks: the desk decides, and says how many are left.
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onBook()
      }}
    >
      <div class="booking-line">
        <Stepper
          label={capital(seatNoun(type()).other)}
          value={props.draft.party}
          min={1}
          max={Math.max(1, Math.min(PARTY_MAX, props.session.available_spots))}
          fixed={fixed()}
          onChange={(party) => props.onChange({ ...props.draft, party })}
        />
      </div>
      <div class="booking-line">
        <TextArea
          label={words.note(props.session.facilitator)}
          rows={1}
          value={props.draft.note}
          maxLength={NOTE_MAX}
          readOnly={fixed()}
          onInput={(event) => props.onChange({ ...props.draft, note: event.currentTarget.value })}
        />
      </div>
      <p class="booking-line booking-total">
        <span>{words.total}</span>
        <strong>{sum()}</strong>
      </p>
      <Refused {...props} />
      <div ref={button}>
        <Button kind="yours" type="submit" wide busy={props.asking.step === 'asking'}>
          {bookLabel(props.draft.party, type())}
        </Button>
      </div>
      <Progress asking={props.asking} type={type()} />
      <p class="small">
        <Show when={pay()}>{(how) => <>{how()} </>}</Show>
        {untilWhenFree(props.session, props.now)}
      </p>
      <BookingBar session={props.session} sum={sum()} unless={() => button} />
    </form>
  )
}

/** Always there, so that what it says is heard when it changes. */
function Progress(props: { asking: Asking<Booked, Refusal>; type: 'session' | 'retreat' }) {
  const patience = () => (props.asking.step === 'asking' ? props.asking.patience : 'quiet')
  return (
    <p class="booking-progress" role="status">
      <Switch>
        <Match when={props.asking.step === 'unknown'}>{words.unknown}</Match>
        <Match when={patience() === 'still'}>{words.still}</Match>
        <Match when={patience() === 'asking'}>{words.asking(props.type)}</Match>
      </Switch>
    </p>
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
