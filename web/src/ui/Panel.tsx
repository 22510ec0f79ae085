import { type JSX, Show } from 'solid-js'
import './panel.css'

/** The one raised surface of a page. */
export function Panel(props: { title?: string; class?: string; children: JSX.Element }) {
  return (
    <section class={`panel ${props.class ?? ''}`} aria-label={props.title}>
      <Show when={props.title}>
        <h2 class="panel-title">{props.title}</h2>
      </Show>
      {props.children}
    </section>
  )
}
