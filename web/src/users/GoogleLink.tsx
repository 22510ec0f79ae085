import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { paths, returnPath } from '../paths'
import { useSite } from '../site/site'
import { Alert } from '../ui/Alert'
import { ButtonLink } from '../ui/Button'
import { signIn } from './keep-signed-in'
import { words } from './words'

/**
 * The way in by Google, where this site has one. Whoever takes it lands where they were going:
 * `back` of the pages that are for signing in, or the page that asked for it on the way.
 */
export function GoogleLink() {
  const site = useSite()
  const location = useLocation()
  const back = () => {
    const isWayIn = [paths.signIn(), paths.signUp()].includes(location.pathname)
    if (isWayIn) return returnPath(location.query.back)
    return location.pathname + location.search + location.hash
  }
  return (
    <Show when={site.latest?.google}>
      {/* `external`: the router would look for a page of ours at this address. */}
      <ButtonLink
        href={paths.googleStart(back())}
        rel="external"
        wide
        onClick={signIn.expectSomebody}
      >
        {words.withGoogle}
      </ButtonLink>
    </Show>
  )
}

/** Why the way by Google ended on this page, if it did. */
export function GoogleRefusal() {
  const location = useLocation()
  const why = () => {
    const code = location.query.google
    return typeof code === 'string' ? words.googleRefused(code) : undefined
  }
  return <Alert says={why()} />
}
