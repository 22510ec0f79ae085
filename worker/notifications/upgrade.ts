/** What an upgrade says to an inbox. The Worker writes it from the token; no client ever does. */
export type Upgrade = {
  userId: number
  signInId: string
  expiresAt: number
  after: number | null
  epoch: string | null
}

/** A request of our own making: nothing of the client's goes on but what was read and checked. */
export function writeUpgrade(upgrade: Upgrade): Request {
  const url = new URL('https://inbox/socket')
  url.searchParams.set('upgrade', JSON.stringify(upgrade))
  return new Request(url, { headers: { Upgrade: 'websocket' } })
}

export function readUpgrade(request: Request): Upgrade {
  const upgrade = new URL(request.url).searchParams.get('upgrade')
  if (!upgrade) throw new Error('An inbox is asked for its socket only.')
  return JSON.parse(upgrade)
}
