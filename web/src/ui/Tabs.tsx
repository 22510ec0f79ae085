import { createEffect, For } from 'solid-js'
import './tabs.css'

/** Views of one thing, each with an address of its own. */
export function Tabs(props: {
  label: string
  tabs: { href: string; label: string; current: boolean }[]
}) {
  let nav: HTMLElement | undefined
  // Where they do not fit side by side, the one that is open is in view. Measured in the next frame,
  // which lays the page out anyway: here it would be laid out once more, in the midst of its making.
  createEffect(() => {
    const at = props.tabs.findIndex((tab) => tab.current)
    requestAnimationFrame(() => {
      const { left = 0, right = 0 } = nav?.children[at]?.getBoundingClientRect() ?? {}
      const frame = nav?.getBoundingClientRect()
      if (nav && frame && (right > frame.right || left < frame.left)) {
        nav.scrollLeft += left - frame.left
      }
    })
  })
  return (
    <nav ref={nav} class="tabs" aria-label={props.label}>
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
