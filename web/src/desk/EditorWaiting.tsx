import { createMemo } from 'solid-js'
import { Choice } from '../ui/Choice'
import { EditorField } from './EditorField'
import { useEditor } from './editor'
import { labels } from './editor-words'
import { hoursBefore } from './hours-before'
import { MOST, timesOf } from './session-form'

/** What happens with a seat that comes free while somebody waits. */
export function EditorWaiting() {
  const editor = useEditor()
  const type = () => editor.form.session_type
  const start = createMemo(() => timesOf(editor.form).start?.instant)
  return (
    <fieldset class="editor-part">
      <legend>{labels.waitingList}</legend>
      <Choice
        question={labels.policy(type())}
        name="waitlist_policy"
        answers={labels.policies(type())}
        value={editor.form.waitlist_policy}
        onChoose={(policy) => editor.set('waitlist_policy', policy)}
      />
      <EditorField
        name="promotion_closes_hours"
        label={labels.promotionCloses}
        hint={
          hoursBefore(start(), editor.form.promotion_closes_hours, editor.form.time_zone) +
          labels.promotionClosesHint(type())
        }
        type="number"
        inputmode="numeric"
        min={0}
        max={MOST.hours}
        required
      />
    </fieldset>
  )
}
