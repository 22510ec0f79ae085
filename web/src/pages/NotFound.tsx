import { paths } from '../paths'
import { ButtonLink } from '../ui/Button'
import { SeatRing } from '../ui/SeatRing'
import { Page } from './Page'
import '../ui/empty.css'

export default function NotFound() {
  return (
    <Page title="Not found" class="page page-narrow">
      <div class="empty">
        <SeatRing capacity={12} taken={0} size={104} silent />
        <h1>There is nothing at this address</h1>
        <p class="lede">It may have been moved, or was never here.</p>
        <ButtonLink href={paths.sessions()}>See what is free</ButtonLink>
      </div>
    </Page>
  )
}
