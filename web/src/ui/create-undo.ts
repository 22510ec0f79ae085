import { createSignal, onCleanup } from 'solid-js'

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
  let endsAt = Number.POSITIVE_INFINITY

  const show = (words?: string, undoable?: Undoable) => {
    clearTimeout(timer)
    setOpen(() => undoable)
    setSaid(words)
  }
  const clear = () => show()
  const leftMs = () => endsAt - performance.now()
  const endInTime = () => {
    if (endsAt < Number.POSITIVE_INFINITY) timer = setTimeout(clear, leftMs())
  }
  onCleanup(() => clearTimeout(timer))

  return {
    said,
    open,
    busy,
    clear,
    offer(undoable: Undoable) {
      show(undoable.said, undoable)
      endsAt = performance.now() + (undoable.forMs ?? Number.POSITIVE_INFINITY)
      endInTime()
    },
    async take() {
      const undoable = open()
      if (!undoable || busy()) return
      setBusy(true)
      // Pressed in time: what comes of it is said, whenever the answer comes.
      clearTimeout(timer)
      try {
        const { says, isOpen } = await undoable.undo()
        // Something else may have been done meanwhile: that line stays.
        if (open() === undoable) show(says, isOpen && leftMs() > 0 ? undoable : undefined)
      } finally {
        setBusy(false)
        if (open() === undoable) endInTime()
      }
    },
  }
}

export type Undo = ReturnType<typeof createUndo>
