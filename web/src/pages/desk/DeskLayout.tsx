import { Navigate, type RouteSectionProps, useLocation } from '@solidjs/router'
import { createMemo, ErrorBoundary, type JSX, Match, Show, Suspense, Switch } from 'solid-js'
import type { Notice } from '../../../../worker/notifications/messages'
import { DeskBar } from '../../desk/DeskBar'
import { createDeskRefresh } from '../../desk/refresh'
import { SignInAgain } from '../../desk/SignInAgain'
import { ringFor } from '../../notifications/bell'
import { InboxProvider } from '../../notifications/inbox-context'
import { paths } from '../../paths'
import { Waiting } from '../../ui/Empty'
import { type Me, useMe } from '../../users/me'
import { Broken } from '../Broken'
import { NotAFacilitator } from './NotAFacilitator'
import '../../desk/desk.css'

/** Lets facilitators in, and shows everybody else where to go. */
export default function DeskLayout(props: RouteSectionProps) {
  const me = useMe()
  const location = useLocation()
  // Who is in stays in while a sign-in has run out: what she typed is still on the page.
  const inside = createMemo<Me | null | undefined>((before) => me() ?? before ?? me())
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Match when={inside() === null}>
          <Navigate href={paths.signIn(location.pathname + location.search)} />
        </Match>
        <Match when={inside() && !inside()?.facilitator}>
          <NotAFacilitator />
        </Match>
        <Match when={inside()?.facilitator?.id} keyed>
          {(facilitatorId) => (
            <Desk facilitatorId={facilitatorId} isSignedOut={me() === null}>
              {props.children}
            </Desk>
          )}
        </Match>
      </Switch>
    </Suspense>
  )
}

function Desk(props: { facilitatorId: number; isSignedOut: boolean; children: JSX.Element }) {
  const refreshSoon = createDeskRefresh()
  const hear = (notice: Notice) => {
    refreshSoon()
    ringFor(notice)
  }
  return (
    <InboxProvider facilitatorId={props.facilitatorId} onNotice={hear}>
      <DeskBar />
      <Show when={props.isSignedOut}>
        <SignInAgain />
      </Show>
      <ErrorBoundary fallback={(error, again) => <Broken error={error} again={again} />}>
        <Suspense fallback={<Waiting />}>{props.children}</Suspense>
      </ErrorBoundary>
    </InboxProvider>
  )
}
