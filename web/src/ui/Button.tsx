import { createUniqueId, type JSX, Show, splitProps } from 'solid-js'
import './button.css'

/** `yours` is the one button that makes a seat yours; `main` publishes and saves. */
export type ButtonKind = 'yours' | 'main' | 'outline' | 'text' | 'danger'

type ButtonProps = {
  kind?: ButtonKind
  /** In a row of a list. */
  small?: boolean
  /** As wide as what holds it. */
  wide?: boolean
  /** Working: keeps its place and its focus, and cannot be pressed twice. */
  busy?: boolean
  /** Why it cannot be pressed; a button that is dead without a reason does not exist. */
  because?: string | false
} & Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'>

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, [
    'kind',
    'small',
    'wide',
    'busy',
    'because',
    'class',
    'children',
    'onClick',
  ])
  const reasonId = createUniqueId()
  const still = () => Boolean(own.busy || own.because)
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    // Not `disabled`: that would drop the focus of whoever pressed.
    if (still()) event.preventDefault()
    else if (typeof own.onClick === 'function') own.onClick(event)
  }
  return (
    <>
      <button
        type="button"
        {...rest}
        class={buttonClass(own)}
        aria-disabled={still() ? 'true' : undefined}
        aria-busy={own.busy ? 'true' : undefined}
        aria-describedby={own.because ? reasonId : rest['aria-describedby']}
        onClick={press}
      >
        {own.children}
      </button>
      <Show when={own.because}>
        <span class="button-reason small" id={reasonId}>
          {own.because}
        </span>
      </Show>
    </>
  )
}

type ButtonLinkProps = {
  kind?: ButtonKind
  small?: boolean
  wide?: boolean
} & JSX.AnchorHTMLAttributes<HTMLAnchorElement>

/** Looks like a button and goes somewhere. */
export function ButtonLink(props: ButtonLinkProps) {
  const [own, rest] = splitProps(props, ['kind', 'small', 'wide', 'class'])
  return <a {...rest} class={buttonClass(own)} />
}

function buttonClass(own: { kind?: ButtonKind; small?: boolean; wide?: boolean; class?: string }) {
  const size = `${own.small ? ' button-small' : ''}${own.wide ? ' button-wide' : ''}`
  return `button button-${own.kind ?? 'outline'}${size} ${own.class ?? ''}`.trimEnd()
}
