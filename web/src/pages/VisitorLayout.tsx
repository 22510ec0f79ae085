import type { RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Suspense } from 'solid-js'
import { paths } from '../paths'
import { Wordmark } from '../site/Wordmark'
import { Waiting } from '../ui/Empty'
import { AccountLink } from '../users/AccountLink'
import { Broken } from './Broken'
import { Foot } from './Foot'

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
