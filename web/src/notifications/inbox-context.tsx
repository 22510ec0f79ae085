import { createContext, type JSX, useContext } from 'solid-js'
import type { Notice } from '../../../worker/notifications/messages'
import { createInbox } from './inbox'

export type InboxHere = ReturnType<typeof createInbox>

const InboxContext = createContext<InboxHere>()

/** One inbox, one socket, for all pages of the desk. */
export function InboxProvider(props: {
  facilitatorId: number
  onNotice: (notice: Notice) => void
  children: JSX.Element
}) {
  const here = createInbox(props.facilitatorId, (notice) => props.onNotice(notice))
  return <InboxContext.Provider value={here}>{props.children}</InboxContext.Provider>
}

export function useInbox(): InboxHere {
  const here = useContext(InboxContext)
  if (!here) throw new Error('There is no inbox outside the desk.')
  return here
}
