import popular from 'popular-passwords'

/**
 * Whether a password is among the forty thousand that are guessed first. The list is in lower case,
 * because a capital first letter is guessed as well.
 */
export function isCommon(password: string): boolean {
  return popular.includes(password.trim().toLowerCase())
}
