import type { RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Suspense } from 'solid-js'
import { Waiting } from '../ui/Empty'
import { Saying } from '../ui/Say'
import { Broken } from './Broken'
import { OfflineNotice } from './OfflineNotice'
import './shell.css'

/** What every page has, the visitor's and the facilitator's alike. */
export function Shell(props: RouteSectionProps) {
  return (
    <>
      {/* With a target the router leaves it to the browser, which takes the focus along. */}
      <a class="skip-link" href="#content" target="_self">
        Skip to content
      </a>
      <OfflineNotice />
      <ErrorBoundary fallback={(error, again) => <Broken error={error} again={again} />}>
        <Suspense fallback={<Waiting />}>{props.children}</Suspense>
      </ErrorBoundary>
      <Saying />
    </>
  )
}
