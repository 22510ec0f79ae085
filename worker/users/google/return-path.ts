const SIGN_IN = '/sign-in'
const PATH_MAX = 1_000
/** One slash, then none of what a browser would read as another host, or drop (WHATWG URL). */
const OWN_PATH = /^\/(?![/\\])[^\\\p{Cc}]*$/u

/**
 * Where to go once signed in: a path of this site, never another's. Anything else leads to where
 * the page shows those who are signed in to their own place.
 */
export function returnPath(asked: string | undefined): string {
  if (!asked || asked.length > PATH_MAX || !OWN_PATH.test(asked)) return SIGN_IN
  // Dots may hide what the slashes will be: `/.//elsewhere`.
  return new URL(asked, 'https://site').pathname.startsWith('//') ? SIGN_IN : asked
}

/** The page that says why nobody was signed in, and still knows where they were going. */
export function failurePath(code: string, back: string | undefined): string {
  const query = new URLSearchParams({ google: code })
  if (back && back !== SIGN_IN) query.set('back', back)
  return `${SIGN_IN}?${query}`
}
