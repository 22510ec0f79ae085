import { createSignal, type JSX, Show } from 'solid-js'
import { Button, type ButtonKind } from './Button'
import { Dialog } from './Dialog'

/** A button and the dialog it opens. What stands in the dialog begins anew each time. */
export function DialogButton(props: {
  label: string
  /** Said after the label to those who listen, where several buttons read alike. */
  of?: string
  title: string
  kind?: ButtonKind
  small?: boolean
  because?: string | false
  children: (close: () => void) => JSX.Element
}) {
  const [isOpen, setIsOpen] = createSignal(false)
  const close = () => setIsOpen(false)
  return (
    <>
      <Button
        kind={props.kind}
        small={props.small}
        because={props.because}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {props.label}
        <Show when={props.of}>
          <span class="hidden-visually"> {props.of}</span>
        </Show>
      </Button>
      <Dialog open={isOpen()} title={props.title} onClose={close}>
        <Show when={isOpen()}>{props.children(close)}</Show>
      </Dialog>
    </>
  )
}
