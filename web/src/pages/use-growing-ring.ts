import { useBeforeLeave } from '@solidjs/router'
import { session } from '../sessions/sessions'

/** The same name stands in session.css: a ring of that name before becomes the one after. */
const NAME = 'seat-ring'
const SHOWN_MS = 600

/**
 * The ring of a row grows into the ring of its page. What the page needs is there before the
 * browser is asked to move: while it does, nothing else is drawn.
 */
export function useGrowingRing() {
  let turn = 0
  useBeforeLeave((leave) => {
    const mine = ++turn
    const id = sessionAt(leave.to)
    const ring = id && !leave.defaultPrevented && mayMove() ? ringBesideLink(id) : undefined
    if (!id || !ring) return
    leave.preventDefault()
    const go = () => {
      // Whoever went elsewhere meanwhile stays there.
      if (mine === turn) leave.retry(true)
    }
    Promise.all([import('./Session'), session(id)]).then(() => grow(ring, go), go)
  })
}

function grow(ring: SVGElement, go: () => void) {
  ring.style.setProperty('view-transition-name', NAME)
  const transition = document.startViewTransition(async () => {
    go()
    await pageShown()
  })
  const done = () => ring.style.removeProperty('view-transition-name')
  transition.finished.then(done, done)
}

function sessionAt(to: string | number): number | undefined {
  const [, id] = (typeof to === 'string' && /^\/sessions\/(\d+)$/.exec(to)) || []
  return id ? Number(id) : undefined
}

/** Not from one session's page to another's: its own ring has the name there. */
function ringBesideLink(id: number): SVGElement | undefined {
  if (document.querySelector('.session-ring')) return undefined
  const link = document.querySelector(`main a[href="/sessions/${id}"]`)
  const row = link?.querySelector('.seat-ring') ? link : link?.closest('li')
  return row?.querySelector<SVGElement>('.seat-ring') ?? undefined
}

const mayMove = () =>
  'startViewTransition' in document && !matchMedia('(prefers-reduced-motion: reduce)').matches

/** The timer bounds the wait where the page turns out to be another. */
function pageShown(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('.session-ring')) return
      watch.disconnect()
      resolve()
    }
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true })
    setTimeout(() => {
      watch.disconnect()
      resolve()
    }, SHOWN_MS)
    look()
  })
}
