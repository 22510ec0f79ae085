import { EditorField, EditorText } from './EditorField'
import { labels } from './editor-words'
import { MOST } from './session-form'

/** Where it is, and what only those learn who have booked. */
export function EditorWhere() {
  return (
    <fieldset class="editor-part">
      <legend>{labels.where}</legend>
      <div class="editor-row halves">
        <EditorField name="place_name" label={labels.placeName} maxlength={MOST.place_name} />
        <EditorField name="place_address" label={labels.placeAddress} maxlength={MOST.note} />
      </div>
      <EditorField
        name="online_url"
        label={labels.onlineUrl}
        hint={labels.bookedOnly}
        type="url"
        placeholder="https://"
        maxlength={MOST.url}
      />
      <EditorText
        name="arrival_note"
        label={labels.arrivalNote}
        hint={labels.bookedOnly}
        maxlength={MOST.text}
      />
    </fieldset>
  )
}
