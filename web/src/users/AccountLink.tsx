import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { paths, returnPath } from '../paths'
import { useMe } from './me'

/** The end of the header: who is here, and the ways that are theirs. */
export function AccountLink() {
  const me = useMe()
  const location = useLocation()
  const back = () => {
    const here = location.pathname + location.search
    return /^\/sign-(in|up)$/.test(location.pathname)
      ? returnPath(location.query.back)
      : here === '/'
        ? undefined
        : here
  }
  return (
    <Show
      when={me()}
      fallback={
        <a class="underlined" href={paths.signIn(back())}>
          Sign in
        </a>
      }
    >
      {(user) => (
        <>
          <a href={user().role === 'facilitator' ? paths.desk : paths.yourSeats()}>
            {user().role === 'facilitator' ? 'Desk' : 'Your seats'}
          </a>
          <a class="underlined" href={paths.account}>
            {user().name.split(' ')[0]}
          </a>
        </>
      )}
    </Show>
  )
}
