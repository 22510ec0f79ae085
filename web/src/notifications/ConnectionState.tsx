import { useInbox } from './inbox-context'
import { CONNECTION_WORDS } from './words'
import './tray.css'

/** Whether notices arrive by themselves just now, in a word and a dot: solid is live, hollow is not. */
export function ConnectionState() {
  const { inbox } = useInbox()
  const connection = () => inbox().connection
  return (
    <span class="connection" role="status">
      <span
        class="connection-dot"
        classList={{ live: connection() === 'live' }}
        aria-hidden="true"
      />
      <span>{CONNECTION_WORDS[connection()]}</span>
    </span>
  )
}
