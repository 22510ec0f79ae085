import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import { Button } from './Button'
import './undo.css'

/** Something that was just done and can be taken back. */
export type Undoable = {
  /** What was done: "You are off the list." */
  said: string
  /** What takes it back, where another verb says it better. */
  label?: string
  /** Takes it back, and says what is so now; nothing where the page shows it. */
  undo: () => Promise<Undone>
  /** For so long it can be. Without it: until something else is done, or the page is left. */
  forMs?: number
}

/** `isOpen`: it did not work and may be tried again. */
export type Undone = { says?: string; isOpen?: boolean }

/** The last thing done in one place; what was done before it can no longer be taken back there. */
export function createUndo() {
  const [said, setSaid] = createSignal<string>()
  const [open, setOpen] = createSignal<Undoable>()
  const [busy, setBusy] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (words?: string, undoable?: Undoable) => {
    clearTimeout(timer)
    setOpen(() => undoable)
    setSaid(words)
  }
  const clear = () => show()
  onCleanup(() => clearTimeout(timer))

  return {
    said,
    open,
    busy,
    clear,
    offer(undoable: Undoable) {
      show(undoable.said, undoable)
      if (undoable.forMs !== undefined) timer = setTimeout(clear, undoable.forMs)
    },
    async take() {
      const undoable = open()
      if (!undoable || busy()) return
      setBusy(true)
      try {
        const { says, isOpen } = await undoable.undo()
        // Something else may have been done meanwhile: that line stays.
        if (open() === undoable) show(says, isOpen ? undoable : undefined)
      } finally {
        setBusy(false)
      }
    },
  }
}

export type Undo = ReturnType<typeof createUndo>

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
