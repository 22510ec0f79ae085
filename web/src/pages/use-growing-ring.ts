import { useBeforeLeave } from '@solidjs/router'
import { session } from '../sessions/sessions'

/**
 * The ring of a row grows into the ring of its page. What the page needs is there before the
 * browser is asked to move: while it does, nothing else is drawn.
 */
export function useGrowingRing() {
  let turn = 0
  useBeforeLeave((leave) => {
    const mine = ++turn
    const id = sessionAt(leave.to)
    if (!id || leave.defaultPrevented || !mayMove()) return
    leave.preventDefault()
    const go = () => {
      // Whoever went elsewhere meanwhile stays there.
      if (mine === turn) leave.retry(true)
    }
    Promise.all([import('./Session'), session(id)]).then(([{ growRing }]) => growRing(id, go), go)
  })
}

function sessionAt(to: string | number): number | undefined {
  const [, id] = (typeof to === 'string' && /^\/sessions\/(\d+)$/.exec(to)) || []
  return id ? Number(id) : undefined
}

const mayMove = () =>
  'startViewTransition' in document && !matchMedia('(prefers-reduced-motion: reduce)').matches
