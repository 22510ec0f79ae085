/** The same name stands in session.css: a ring of that name before becomes the one after. */
const NAME = 'seat-ring'
const SHOWN_MS = 600

/** Goes to the page of a session; where its ring stands in a row here, that one moves there. */
export function growRing(id: number, go: () => void) {
  const ring = ringBesideLink(id)
  if (!ring) return go()
  ring.style.setProperty('view-transition-name', NAME)
  const transition = document.startViewTransition(async () => {
    go()
    await pageShown()
  })
  const done = () => ring.style.removeProperty('view-transition-name')
  transition.finished.then(done, done)
}

/** Not from one session's page to another's: its own ring has the name there. */
function ringBesideLink(id: number): SVGElement | undefined {
  if (document.querySelector('.session-ring')) return undefined
  const link = document.querySelector(`main a[href="/sessions/${id}"]`)
  const row = link?.querySelector('.seat-ring') ? link : link?.closest('li')
  return row?.querySelector<SVGElement>('.seat-ring') ?? undefined
}

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
