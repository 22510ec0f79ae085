/** The one place that spells an address of the site. */
export const paths = {
  home: '/',
  sessions: (asked: SessionsAsked = {}) => withQuery('/sessions', asked),
  session: (id: number) => `/sessions/${id}`,
  facilitators: '/facilitators',
  facilitator: (id: number) => `/facilitators/${id}`,
  yourSeats: (view?: 'past') => withQuery('/my-bookings', { view }),
  signIn: (back?: string) => withQuery('/sign-in', { back }),
  signUp: (back?: string) => withQuery('/sign-up', { back }),
  /** Not a page: it leads away to Google, which leads back. */
  googleStart: (back?: string) => withQuery('/api/auth/google/start', { return: back }),
  privacy: '/privacy',
  forgotPassword: '/forgot-password',
  account: '/account',
  /** Where somebody who just arrived belongs. */
  homeOf: (role: 'user' | 'facilitator') => (role === 'facilitator' ? '/desk' : '/my-bookings'),
  desk: '/desk',
  deskSessions: (show?: string) => withQuery('/desk/sessions', { show }),
  deskCalendar: (month?: string) => withQuery('/desk/sessions', { view: 'calendar', month }),
  deskNewSession: '/desk/sessions/new',
  deskStarter: (starter: string) => withQuery('/desk/sessions/new', { starter }),
  deskSession: (id: number) => `/desk/sessions/${id}`,
  deskEditSession: (id: number) => `/desk/sessions/${id}/edit`,
  deskDoor: (id: number) => `/desk/sessions/${id}/door`,
  deskBookings: '/desk/bookings',
  deskNumbers: (last?: string) => withQuery('/desk/numbers', { last }),
  deskNotices: (filter: { kind?: string; session?: string; unread?: '1' } = {}) =>
    withQuery('/desk/notices', filter),
}

/** What the list of sessions may be asked by its address; sessions/search.ts reads it. */
type SessionsAsked = {
  type?: 'session' | 'retreat'
  facilitator?: number | string
  q?: string
  on?: string
  hour?: string
  free?: string
  sort?: string
  view?: 'calendar'
  month?: string
}

/** Where to go after signing in: a path of this site, never another's. */
export function returnPath(back: unknown): string | undefined {
  if (typeof back !== 'string') return undefined
  return /^\/(?![/\\])[^\\\n\r\t]*$/.test(back) ? back : undefined
}

function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}
