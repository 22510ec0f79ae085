import { createMemo, Show } from 'solid-js'
import { useMe } from '../users/me'
import { EditorField } from './EditorField'
import { useEditor } from './editor'
import { isFree, labels, loweredWords, priceWords } from './editor-words'
import { hoursBefore } from './hours-before'
import { MOST, timesOf } from './session-form'

/** How many, for how much, until when. */
export function EditorTerms() {
  const editor = useEditor()
  const me = useMe()
  const firstName = () => me()?.name.split(' ')[0] ?? ''
  /** Seats that are sold above what is typed. */
  const over = () => {
    const capacity = Number(editor.form.capacity)
    return capacity > 0 ? Math.max(0, (editor.session?.taken ?? 0) - capacity) : 0
  }
  const start = createMemo(() => timesOf(editor.form).start?.instant)
  const before = (hours: string) => hoursBefore(start(), hours, editor.form.time_zone)
  const step = createMemo(() => 10 ** -fractionDigits(editor.currency))
  return (
    <fieldset class="editor-part">
      <legend>{labels.terms(editor.form.session_type)}</legend>
      <div class="editor-row halves">
        <EditorField
          name="capacity"
          label={labels.capacity}
          type="number"
          inputmode="numeric"
          min={1}
          max={MOST.capacity}
          required
        />
        <EditorField
          name="price"
          label={labels.price(editor.currency)}
          hint={priceWords(editor.form, editor.currency)}
          type="number"
          inputmode="decimal"
          min={0}
          max={MOST.price}
          step={step()}
          required
          missing={labels.priceNeeded}
        />
      </div>
      <Show when={over() > 0}>
        <p class="editor-warns" role="status">
          {loweredWords(over(), editor.session?.taken ?? 0, editor.form.session_type)}
        </p>
      </Show>
      <EditorField
        name="payment_note"
        label={labels.paymentNote}
        hint={labels.paymentHint(firstName(), isFree(editor.form.price))}
        maxlength={MOST.note}
      />
      <div class="editor-row halves">
        <EditorField
          name="booking_closes_hours"
          label={labels.bookingCloses}
          hint={before(editor.form.booking_closes_hours) + labels.bookingClosesHint}
          type="number"
          inputmode="numeric"
          min={0}
          max={MOST.hours}
          required
        />
        <EditorField
          name="free_cancel_hours"
          label={labels.freeCancel}
          hint={before(editor.form.free_cancel_hours) + labels.freeCancelHint}
          type="number"
          inputmode="numeric"
          min={0}
          max={MOST.hours}
          required
        />
      </div>
    </fieldset>
  )
}

/** 2 for EUR, 0 for JPY: the platform knows. */
function fractionDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
