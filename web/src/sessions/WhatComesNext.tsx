import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { SessionRow } from './SessionRow'
import { nextSessions, type SessionInFull } from './sessions'

const SHOWN = 3

/** Below what is over: what comes next from the same facilitator, or else from anybody. */
export function WhatComesNext(props: { after: SessionInFull }) {
  const coming = createAsync(async () => {
    const hers = await nextSessions({ facilitator: String(props.after.facilitator_id) }, SHOWN)
    return hers.length > 0 ? hers : nextSessions({}, SHOWN)
  })
  return (
    <Show when={coming()?.length}>
      <section class="session-next">
        <h2>What comes next</h2>
        <ul>
          <For each={coming()}>
            {(session) => (
              <SessionRow
                session={session}
                among={coming() ?? []}
                now={Date.parse(props.after.as_of)}
                withDay
              />
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
