import { createEffect, createUniqueId, type JSX } from 'solid-js'
import './dialog.css'

type DialogProps = {
  open: boolean
  title: string
  /** Escape, the backdrop, or a button inside that closes it. */
  onClose: () => void
  children: JSX.Element
}

/** The platform's own dialog: it keeps the focus, gives it back, and closes on Escape. */
export function Dialog(props: DialogProps) {
  const titleId = createUniqueId()
  let dialog: HTMLDialogElement | undefined
  createEffect(() => {
    if (props.open && !dialog?.open) dialog?.showModal()
    if (!props.open && dialog?.open) dialog.close()
  })
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onClose={() => props.onClose()}
      closedby="any"
    >
      <div class="dialog-body">
        <h2 id={titleId}>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  )
}

/** The buttons at the end of a dialog; on a phone they stand one above the other. */
export function DialogActions(props: { children: JSX.Element }) {
  return <div class="dialog-actions">{props.children}</div>
}
