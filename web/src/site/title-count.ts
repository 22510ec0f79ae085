import { createSignal } from 'solid-js'

/** What waits for the reader stands in the tab too: "(3) Today". */
export const [titleCount, setTitleCount] = createSignal(0)
