import { For } from 'solid-js'
import { EditorField, EditorText } from './EditorField'
import { useEditor } from './editor'
import { MOST } from './session-form'
import { labels } from './words'

/** What it is. */
export function EditorWhat() {
  const editor = useEditor()
  return (
    <fieldset class="editor-part">
      <legend>{labels.what}</legend>
      <fieldset class="editor-kinds">
        <legend class="choice-legend">{labels.kind}</legend>
        <For each={['session', 'retreat'] as const}>
          {(kind) => (
            <label class="choice">
              <input
                type="radio"
                name="session_type"
                value={kind}
                checked={editor.form.session_type === kind}
                onChange={() => editor.set('session_type', kind)}
              />
              <span>{labels.kinds[kind]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <EditorField name="title" label={labels.title} required maxlength={MOST.title} />
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
