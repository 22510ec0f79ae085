import { createEffect, on, Show } from 'solid-js'
import { Button } from './Button'
import { createUndo, type Undo, type Undoable, type Undone } from './create-undo'
import './undo.css'

export { createUndo, type Undo, type Undoable, type Undone }

/**
 * Says what was done, where it was done, with the way back. It takes the focus from nobody; only
 * where that fell out of the page with what was pressed does it come here, also when `after` changes.
 * `floats` is for the end of a long list, any row of which may have been pressed: it stays in view.
 */
export function UndoLine(props: { of: Undo; after?: unknown; floats?: boolean }) {
  let place: HTMLDivElement | undefined
  createEffect(
    on(
      () => [props.of.open(), props.after],
      () => {
        if (props.of.said() && document.activeElement === document.body) {
          place?.focus({ preventScroll: true })
        }
      },
      { defer: true },
    ),
  )
  return (
    <div
      class="undo"
      classList={{ 'undo-floats': props.floats }}
      role="status"
      tabindex="-1"
      ref={place}
    >
      <Show when={props.of.said()}>
        {(said) => (
          <p class="undo-line">
            <span>{said()}</span>
            <Show when={props.of.open()}>
              {(undoable) => (
                <Button kind="text" busy={props.of.busy()} onClick={() => void props.of.take()}>
                  {undoable().label ?? 'Undo'}
                </Button>
              )}
            </Show>
          </p>
        )}
      </Show>
    </div>
  )
}
