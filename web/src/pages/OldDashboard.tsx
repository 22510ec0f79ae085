import { Navigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { paths } from '../paths'
import { Waiting } from '../ui/Empty'
import { useMe } from '../users/me'

/** The older site had one dashboard for everybody; here each has a place of their own. */
export default function OldDashboard() {
  const me = useMe()
  return (
    <Show when={me() !== undefined} fallback={<Waiting />}>
      <Navigate href={leadTo(me()?.role)} />
    </Show>
  )
}

function leadTo(role: 'user' | 'facilitator' | undefined): string {
  return role ? paths.homeOf(role) : paths.signIn('/dashboard')
}
