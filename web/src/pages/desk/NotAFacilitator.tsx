import { paths } from '../../paths'
import { Wordmark } from '../../site/Wordmark'
import { ButtonLink } from '../../ui/Button'
import { AccountLink } from '../../users/AccountLink'
import { Page } from '../Page'

/** Signed in, and here by a link that is for somebody else. */
export function NotAFacilitator() {
  return (
    <>
      <header class="page top">
        <Wordmark />
        <nav class="top-links" aria-label="Main">
          <AccountLink />
        </nav>
      </header>
      <Page title="The desk" class="page page-narrow">
        <div class="page-head">
          <h1>This is the facilitators’ desk</h1>
          <p class="lede">
            Your account books seats; it does not offer any. Everything you booked is with your
            seats.
          </p>
        </div>
        <p class="session-actions">
          <ButtonLink kind="main" href={paths.yourSeats()}>
            Your seats
          </ButtonLink>
          <a href={paths.sessions()}>See what is free</a>
        </p>
      </Page>
    </>
  )
}
