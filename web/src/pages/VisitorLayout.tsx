import type { RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Suspense } from 'solid-js'
import { paths } from '../paths'
import { Wordmark } from '../site/Wordmark'
import { AccountLink } from '../users/AccountLink'
import { Broken } from './Broken'
import { Foot } from './Foot'
import { PageWaiting } from './PageWaiting'
import { useGrowingRing } from './use-growing-ring'

export default function VisitorLayout(props: RouteSectionProps) {
  useGrowingRing()
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
          {/* All of it at once: who is here would push the rest aside. */}
          <Suspense>
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
          </Suspense>
        </nav>
      </header>
      <ErrorBoundary
        fallback={(error, again) => (
          <>
            <Broken error={error} again={again} />
            <Foot />
          </>
        )}
      >
        {/* The foot comes with the page: one that came before would be moved by it. */}
        <Suspense fallback={<PageWaiting path={props.location.pathname} />}>
          {props.children}
          <Foot />
        </Suspense>
      </ErrorBoundary>
    </>
  )
}
