import { Navigate, useLocation } from '@solidjs/router'
import { type Accessor, type JSX, Show } from 'solid-js'
import { paths } from '../paths'
import { type Me, useMe } from '../users/me'

/** A page for somebody: whoever is not signed in goes there first, and comes straight back. */
export function SignedIn(props: { children: (user: Accessor<Me>) => JSX.Element }) {
  const me = useMe()
  const location = useLocation()
  return (
    // Undefined is not known yet, and no reason to send anybody away.
    <Show when={me() !== undefined}>
      <Show
        when={me()}
        fallback={<Navigate href={paths.signIn(location.pathname + location.search)} />}
      >
        {(user) => props.children(user)}
      </Show>
    </Show>
  )
}
