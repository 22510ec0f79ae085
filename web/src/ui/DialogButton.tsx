import { createSignal, type JSX, Show } from 'solid-js'
import { Button, type ButtonKind } from './Button'
import { Dialog } from './Dialog'

/** A button and the dialog it opens. What stands in the dialog begins anew each time, unless kept. */
export function DialogButton(props: {
  label: string
  /** Said after the label to those who listen, where several buttons read alike. */
  of?: string
  title: string
  kind?: ButtonKind
  small?: boolean
  because?: string | false
  /** What was begun is there when it is opened again: long words are not lost to Escape. */
  keep?: boolean
  children: (close: () => void) => JSX.Element
}) {
  const [isOpen, setIsOpen] = createSignal(false)
  const [isKept, setIsKept] = createSignal(false)
  const open = () => {
    setIsOpen(true)
    setIsKept(props.keep === true)
  }
  const close = () => setIsOpen(false)
  return (
    <>
      <Button
        kind={props.kind}
        small={props.small}
        because={props.because}
        aria-haspopup="dialog"
        onClick={open}
      >
        {props.label}
        <Show when={props.of}>
          <span class="hidden-visually"> {props.of}</span>
        </Show>
      </Button>
      <Dialog open={isOpen()} title={props.title} onClose={close}>
        <Show when={isOpen() || isKept()}>{props.children(close)}</Show>
      </Dialog>
    </>
  )
}
