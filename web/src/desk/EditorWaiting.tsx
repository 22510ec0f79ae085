import { Choice } from '../ui/Choice'
import { EditorField } from './EditorField'
import { useEditor } from './editor'
import { labels } from './editor-words'
import { MOST } from './session-form'

/** What happens with a seat that comes free while somebody waits. */
export function EditorWaiting() {
  const editor = useEditor()
  return (
    <fieldset class="editor-part">
      <legend>{labels.waitingList}</legend>
      <Choice
        question={labels.policy}
        name="waitlist_policy"
        answers={labels.policies}
        value={editor.form.waitlist_policy}
        onChoose={(policy) => editor.set('waitlist_policy', policy)}
      />
      <EditorField
        name="promotion_closes_hours"
        label={labels.promotionCloses}
        hint={labels.promotionClosesHint}
        type="number"
        inputmode="numeric"
        min={0}
        max={MOST.hours}
        required
      />
    </fieldset>
  )
}
