import type { Env } from '../env'

/** Addresses of pages in letters. None of them changes anything by being opened. */
export function siteLinks(env: Pick<Env, 'SITE_URL'>) {
  const site = new URL(env.SITE_URL ?? '')
  const page = (path: string) => new URL(path, site).href
  return {
    host: site.hostname,
    sessions: page('/sessions'),
    session: (id: number) => page(`/sessions/${id}`),
    myBookings: page('/my-bookings'),
    deskSession: (id: number) => page(`/desk/sessions/${id}`),
    // The token is in the fragment, which no server's log and no Referer ever holds.
    offer: (bookingId: number, token: string) => page(`/offers/${bookingId}#${token}`),
    verify_email: (token: string) => page(`/verify-email#${token}`),
    reset_password: (token: string) => page(`/reset-password#${token}`),
  }
}
