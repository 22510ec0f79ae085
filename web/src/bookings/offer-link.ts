/** ISO 8601: when the offer of a link ends, as its token says itself; undefined where it says nothing. */
export function endIn(token: string): string | undefined {
  try {
    const payload = token.split('.')[1] ?? ''
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return undefined
    return new Date(Number(claims.exp) * 1_000).toISOString()
  } catch {
    return undefined
  }
}
