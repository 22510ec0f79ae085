import { For, type JSX } from 'solid-js'

export type Theme = 'light' | 'dark'

/** The same by day and by night, side by side; on a phone one below the other. */
export function Both(props: { title: string; children: (theme: Theme) => JSX.Element }) {
  return (
    <div class="style-both">
      <h3>{props.title}</h3>
      <For each={['light', 'dark'] satisfies Theme[]}>
        {(theme) => <div class={`style-theme style-${theme}`}>{props.children(theme)}</div>}
      </For>
    </div>
  )
}

/** What stands above its name. */
export function Named(props: { name: string; children: JSX.Element }) {
  return (
    <figure class="style-named">
      {props.children}
      <figcaption class="small">{props.name}</figcaption>
    </figure>
  )
}
