/*
 * What the binding's errors mean. Its codes are documented; an older binding has none and says it
 * in words only.
 */

/** The address may not be written to from here: the binding's list, or an account without a domain. */
const RECIPIENT_NOT_ALLOWED = 'E_RECIPIENT_NOT_ALLOWED'
const WORDS_OF_NOT_ALLOWED = /(recipient|destination address).*not (allowed|verified|a verified)/i

/** No later attempt mends these: the address, or the letter itself. */
const FINAL = new Set([
  RECIPIENT_NOT_ALLOWED,
  'E_RECIPIENT_SUPPRESSED',
  'E_VALIDATION_ERROR',
  'E_FIELD_MISSING',
  'E_CONTENT_TOO_LARGE',
])

/** These are the operator's to mend, and say that the site's mail as a whole does not work. */
export const SITE_FAULTS = [
  RECIPIENT_NOT_ALLOWED,
  'E_SENDER_NOT_VERIFIED',
  'E_SENDER_DOMAIN_NOT_AVAILABLE',
] as const

export function isFinal(code: string): boolean {
  return FINAL.has(code)
}

/** The code of an error, or `unknown`; never its words, which may hold an address. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  const said = /\bE_[A-Z_]+\b/.exec(error.message)?.[0]
  if (said) return said
  return WORDS_OF_NOT_ALLOWED.test(error.message) ? RECIPIENT_NOT_ALLOWED : 'unknown'
}
