import { For } from 'solid-js'
import './tabs.css'

/** Views of one thing, each with an address of its own. */
export function Tabs(props: {
  label: string
  tabs: { href: string; label: string; current: boolean }[]
}) {
  return (
    <nav class="tabs" aria-label={props.label}>
      <For each={props.tabs}>
        {(tab) => (
          <a class="tab" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
          </a>
        )}
      </For>
    </nav>
  )
}
