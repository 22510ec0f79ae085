import { Index, Show } from 'solid-js'
import type { SessionInFull } from '../sessions/sessions'
import { seatNoun } from '../sessions/words'
import { TextArea, TextField } from '../ui/Field'
import { capital } from '../ui/numbers'
import { Stepper } from '../ui/Stepper'
import { type Draft, PARTY_MAX } from './draft'
import { words } from './words'

const NAME_MAX = 200
const NOTE_MAX = 2_000

/** How many come, who they are, and a word for whoever gives it: the same for a seat and for the list. */
export function PartyFields(props: {
  session: SessionInFull
  draft: Draft
  fixed: boolean
  onChange: (draft: Draft) => void
}) {
  // Only at first: it must not fold away under whoever empties the last name.
  const isOpen = props.draft.names.some(Boolean)
  const others = () => Array.from({ length: props.draft.party - 1 }, (_, i) => props.draft.names[i])
  const setName = (index: number, name: string) => {
    const names = others().map((known, i) => (i === index ? name : (known ?? '')))
    props.onChange({ ...props.draft, names })
  }
  return (
    <>
      <div class="booking-line">
        <Stepper
          label={capital(seatNoun(props.session.session_type).other)}
          value={props.draft.party}
          min={1}
          max={Math.min(PARTY_MAX, props.session.capacity)}
          fixed={props.fixed}
          onChange={(party) => props.onChange({ ...props.draft, party })}
        />
        <Show when={props.draft.party > 1}>
          <details class="booking-names" open={isOpen}>
            <summary>{words.whoComes}</summary>
            <div class="stack">
              <Index each={others()}>
                {(name, index) => (
                  <TextField
                    label={capital(words.nameOf(index + 2))}
                    value={name() ?? ''}
                    maxLength={NAME_MAX}
                    autocomplete="off"
                    readOnly={props.fixed}
                    onInput={(event) => setName(index, event.currentTarget.value)}
                  />
                )}
              </Index>
            </div>
          </details>
        </Show>
      </div>
      <div class="booking-line">
        <TextArea
          label={words.note(props.session.facilitator)}
          rows={1}
          value={props.draft.note}
          maxLength={NOTE_MAX}
          readOnly={props.fixed}
          onInput={(event) => props.onChange({ ...props.draft, note: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
