import { Choice } from '../ui/Choice'
import { EditorField, EditorText } from './EditorField'
import { useEditor } from './editor'
import { labels } from './editor-words'
import { MOST } from './session-form'

/** What it is. */
export function EditorWhat() {
  const editor = useEditor()
  return (
    <fieldset class="editor-part">
      <legend>{labels.what}</legend>
      <Choice
        question={labels.kind}
        name="session_type"
        answers={labels.kinds}
        value={editor.form.session_type}
        onChoose={(kind) => editor.set('session_type', kind)}
      />
      <EditorField
        name="title"
        label={labels.title}
        required
        missing={labels.titleNeeded}
        maxlength={MOST.title}
      />
      <EditorText
        name="description"
        label={labels.description}
        hint={labels.descriptionHint}
        maxlength={MOST.description}
        rows={5}
      />
      <EditorText
        name="what_to_expect"
        label={labels.whatToExpect}
        hint={labels.whatToExpectHint}
        maxlength={MOST.text}
      />
    </fieldset>
  )
}
