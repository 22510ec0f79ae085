import { paths } from '../paths'
import { ButtonLink } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Page } from './Page'

export default function NotFound() {
  return (
    <Page title="Not found" class="page page-narrow">
      <div class="page-head">
        <h1>There is nothing at this address</h1>
        <p class="lede">It may have been moved, or was never here.</p>
      </div>
      <Empty title="An empty room">
        <ButtonLink href={paths.sessions()}>See what is free</ButtonLink>
      </Empty>
    </Page>
  )
}
