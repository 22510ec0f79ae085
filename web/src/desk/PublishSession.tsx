import { createSignal, Show } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { say } from '../ui/Say'
import { useMe } from '../users/me'
import type { DeskSession } from './queries'
import { refreshDesk } from './refresh'
import { words } from './words'

/** A draft becomes bookable. Whoever waits for approval reads why it does not yet. */
export function PublishSession(props: { session: DeskSession; small?: boolean }) {
  const me = useMe()
  const [isBusy, setIsBusy] = createSignal(false)
  const whyNot = () => {
    if (me()?.facilitator?.approved !== false) return undefined
    return props.small ? words.pendingShort : words.pending
  }

  const publish = async () => {
    setIsBusy(true)
    try {
      const param = { id: String(props.session.id) }
      const answer = await (await api.sessions[':id'].publish.$post({ param })).json()
      say([words.published, ...(answer.warnings ?? [])].join(' '))
      await refreshDesk()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      say(error.isDefinite ? error.message : words.couldNotTell)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Button
      kind={props.small ? 'text' : 'main'}
      busy={isBusy()}
      because={whyNot()}
      onClick={publish}
    >
      {words.publish}
      <Show when={props.small}>
        <span class="hidden-visually"> {props.session.title}</span>
      </Show>
    </Button>
  )
}
