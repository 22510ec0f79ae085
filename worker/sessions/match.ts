/** More words narrow nothing down any further. */
const WORDS_MAX = 16

/**
 * What somebody typed, as FTS5 is asked: all words, the last one perhaps unfinished. Only letters,
 * marks and digits get through, each word quoted, so that nothing of it is syntax. Null: no word.
 */
export function matchOf(typed: string): string | null {
  const found = typed.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // A word that comes again would be asked for twice; its last place counts, for the prefix.
  const words = [...new Set(found.slice(0, WORDS_MAX).reverse())].reverse()
  if (words.length === 0) return null
  return `${words.map((word) => `"${word}"`).join(' ')}*`
}
