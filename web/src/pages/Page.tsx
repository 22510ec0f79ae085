import { createEffect, type JSX, onMount } from 'solid-js'
import { useSite } from '../site/site'
import { titleCount } from '../site/title-count'

let first = true

/**
 * A page: its title in the tab, and the focus on its heading once one has come here from another
 * page, as a browser would do with a new document.
 */
export function Page(props: { title: string; class?: string; children: JSX.Element }) {
  const site = useSite()
  let main: HTMLElement | undefined
  createEffect(() => {
    const count = titleCount() > 0 ? `(${titleCount()}) ` : ''
    document.title = `${count}${props.title} · ${site.latest?.name ?? 'Stillpoint'}`
  })
  onMount(() => {
    if (!first) {
      focusHeading(main)
      forgetFirstAddress()
    }
    first = false
  })
  return (
    <main id="content" tabindex="-1" ref={main} class={props.class}>
      {props.children}
    </main>
  )
}

/** What the edge wrote into the head was said of the address that was opened. */
function forgetFirstAddress() {
  for (const tag of document.querySelectorAll('[data-of-address]')) tag.remove()
}

function focusHeading(main: HTMLElement | undefined) {
  const heading = main?.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}
