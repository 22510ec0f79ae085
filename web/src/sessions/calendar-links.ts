import type { SessionInList } from './sessions'
import { place, words } from './words'

type Dated = Pick<
  SessionInList,
  | 'title'
  | 'facilitator'
  | 'session_type'
  | 'start_time'
  | 'end_time'
  | 'place_name'
  | 'place_address'
  | 'is_online'
>

/** Pages of others that open with the session filled in. Nobody is asked before somebody goes there. */
export function calendarLinks(session: Dated, address: string) {
  const told = `${words.with(session.session_type)} ${session.facilitator}\n${address}`
  const google = new URL('https://calendar.google.com/calendar/render')
  google.search = new URLSearchParams({
    action: 'TEMPLATE',
    text: session.title,
    dates: `${basic(session.start_time)}/${basic(session.end_time)}`,
    details: told,
    location: place(session) ?? '',
  }).toString()
  const outlook = new URL('https://outlook.live.com/calendar/0/deeplink/compose')
  outlook.search = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: session.title,
    startdt: session.start_time,
    enddt: session.end_time,
    body: told,
    location: place(session) ?? '',
  })
    .toString()
    // It shows a plus as a plus.
    .replaceAll('+', '%20')
  return { google: google.href, outlook: outlook.href }
}

/** `20270514T163000Z` */
const basic = (at: string) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
