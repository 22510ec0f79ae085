import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { orKeep } from '../api'
import { createPages } from '../create-pages'
import { FacilitatorRow } from '../facilitators/FacilitatorRow'
import { facilitators } from '../facilitators/facilitators'
import { words } from '../facilitators/words'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Page } from './Page'

/** Everybody who gives sessions here. */
export default function Facilitators() {
  const { pages, more } = createPages()
  const found = createAsync((last: Awaited<ReturnType<typeof facilitators>> | undefined) =>
    orKeep(last, facilitators(pages())),
  )
  return (
    <Page title={words.facilitators} class="page page-narrow">
      <div class="page-head">
        <h1>{words.facilitators}</h1>
      </div>
      <Show when={found()?.items.length !== 0} fallback={<Empty title={words.nobody} />}>
        <ul>
          <For each={found()?.items}>{(one) => <FacilitatorRow facilitator={one} />}</For>
        </ul>
      </Show>
      <Show when={found()?.hasMore}>
        <Button onClick={more}>{words.more}</Button>
      </Show>
    </Page>
  )
}
