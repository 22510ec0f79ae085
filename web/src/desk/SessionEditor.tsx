import { createEffect, type JSX, on, Show } from 'solid-js'
import { Alert } from '../ui/Alert'
import { Button } from '../ui/Button'
import { createUndo, UndoLine } from '../ui/Undo'
import { EditorDays } from './EditorDays'
import { EditorPreview } from './EditorPreview'
import { EditorTerms } from './EditorTerms'
import { EditorWaiting } from './EditorWaiting'
import { EditorWhat } from './EditorWhat'
import { EditorWhen } from './EditorWhen'
import { EditorWhere } from './EditorWhere'
import { type Editor, EditorContext, type Intent } from './editor'
import { words } from './editor-words'
import './editor.css'

/** The form of a session or a retreat. Which buttons end it is for the page to say. */
export function SessionEditor(props: { editor: Editor; children: JSX.Element }) {
  let formElement: HTMLFormElement | undefined
  createEffect(
    on(
      () => props.editor.problems(),
      () => formElement?.querySelector<HTMLElement>('[aria-invalid]')?.focus(),
      { defer: true },
    ),
  )
  const undo = createUndo()
  const discard = () => {
    const bringBack = props.editor.discard()
    undo.offer({
      said: words.discarded,
      undo: async () => {
        bringBack()
        return {}
      },
    })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const pressed = event.submitter as HTMLButtonElement | null
    if (pressed) void props.editor.submit(pressed.value as Intent)
  }

  return (
    <EditorContext.Provider value={props.editor}>
      <div class="editor-columns">
        {/* What is typed from then on is not thrown away for what was. */}
        <form class="editor" ref={formElement} onSubmit={submit} onInput={undo.clear}>
          <UndoLine of={undo} />
          <Show when={props.editor.wasKept()}>
            <p class="quiet editor-kept" role="status">
              {words.kept}{' '}
              <Button kind="text" onClick={discard}>
                {words.startOver}
              </Button>
            </p>
          </Show>
          <EditorWhat />
          <EditorWhen />
          <EditorWhere />
          <EditorTerms />
          <EditorWaiting />
          <Show when={props.editor.form.session_type === 'retreat'}>
            <EditorDays />
          </Show>
          <div class="editor-end">
            <Alert says={props.editor.refusal()} />
            {props.children}
          </div>
        </form>
        <EditorPreview />
      </div>
    </EditorContext.Provider>
  )
}
