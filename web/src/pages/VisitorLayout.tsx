import type { RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Show, Suspense } from 'solid-js'
import { paths } from '../paths'
import { useSite } from '../site/site'
import { Wordmark } from '../site/Wordmark'
import { Waiting } from '../ui/Empty'
import { AccountLink } from '../users/AccountLink'
import { Broken } from './Broken'

export default function VisitorLayout(props: RouteSectionProps) {
  const current = (type?: string) =>
    props.location.pathname === '/sessions' && props.location.query.type === type
      ? ('page' as const)
      : undefined
  return (
    <>
      <header class="page top">
        <Wordmark />
        <nav class="top-links" aria-label="Main">
          <a class="wide-only" href={paths.sessions()} aria-current={current()}>
            Sessions
          </a>
          <a
            class="wide-only"
            href={paths.sessions({ type: 'retreat' })}
            aria-current={current('retreat')}
          >
            Retreats
          </a>
          <a
            class="wide-only"
            href={paths.facilitators}
            aria-current={props.location.pathname === paths.facilitators ? 'page' : undefined}
          >
            Facilitators
          </a>
          <AccountLink />
        </nav>
      </header>
      <ErrorBoundary fallback={(error, again) => <Broken error={error} again={again} />}>
        <Suspense fallback={<Waiting />}>{props.children}</Suspense>
      </ErrorBoundary>
      <Foot />
    </>
  )
}

function Foot() {
  const site = useSite()
  return (
    <Suspense>
      <footer class="page">
        <div class="foot">
          <span>{site()?.name ?? 'Stillpoint'}</span>
          <a href={paths.sessions()}>Sessions</a>
          <a href={paths.sessions({ type: 'retreat' })}>Retreats</a>
          <a href={paths.facilitators}>Facilitators</a>
          <Show when={site()?.contact_email}>
            {(email) => <a href={`mailto:${email()}`}>{email()}</a>}
          </Show>
          <Show when={site()?.privacy_url}>{(url) => <a href={url()}>Privacy</a>}</Show>
          <Show when={site()?.imprint_url}>{(url) => <a href={url()}>Imprint</a>}</Show>
        </div>
      </footer>
    </Suspense>
  )
}
