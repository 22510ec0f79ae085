import { paths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Page } from '../Page'

export default function NotAtDesk() {
  return (
    <Page title="Not found" class="desk-page">
      <div class="desk-head">
        <h1>There is nothing at this address</h1>
      </div>
      <Empty title="An empty room">
        <ButtonLink href={paths.deskSessions()}>Your sessions</ButtonLink>
      </Empty>
    </Page>
  )
}
