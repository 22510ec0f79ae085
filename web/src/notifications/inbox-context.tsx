import { createContext, type JSX, useContext } from 'solid-js'
import { createInbox } from './inbox'

export type InboxHere = ReturnType<typeof createInbox>

const InboxContext = createContext<InboxHere>()

/** One inbox, one socket, for all pages of the desk. */
export function InboxProvider(props: {
  facilitatorId: number
  onNotice: () => void
  children: JSX.Element
}) {
  const here = createInbox(props.facilitatorId, () => props.onNotice())
  return <InboxContext.Provider value={here}>{props.children}</InboxContext.Provider>
}

export function useInbox(): InboxHere {
  const here = useContext(InboxContext)
  if (!here) throw new Error('There is no inbox outside the desk.')
  return here
}
