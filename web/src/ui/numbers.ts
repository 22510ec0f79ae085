/* Numbers as a calm person writes them. English here; another language is another table. */

const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const TEENS = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const ORDER =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const ENDINGS: Record<Intl.LDMLPluralRule, string> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
}
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const english = new Intl.PluralRules('en')

/** In words to twelve, in figures above: "two", "14". Zero is "no". */
export function inWords(count: number): string {
  return WORDS[count] ?? count.toLocaleString('en')
}

/** "second", "14th" */
export function inOrder(place: number): string {
  return ORDER[place - 1] ?? `${place}${ENDINGS[ordinals.select(place)]}`
}

/** For a headline, in words below a hundred: "twenty-one". */
export function inWordsLong(count: number): string {
  if (count <= 12 || count >= 100) return inWords(count)
  if (count < 20) return TEENS[count - 13] ?? String(count)
  const tens = TENS[Math.floor(count / 10) - 2] ?? ''
  return count % 10 === 0 ? tens : `${tens}-${WORDS[count % 10]}`
}

/** `plural(2, '# seat', '# seats')` → "2 seats". Put the number in yourself for words. */
export function plural(count: number, one: string, other: string, written = String(count)): string {
  return (english.select(count) === 'one' ? one : other).replace('#', written)
}

/** "Two seats" for 2. */
export function counted(count: number, one: string, other: string): string {
  return capital(plural(count, `# ${one}`, `# ${other}`, inWords(count)))
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "Free" for nothing; whole amounts without cents: €18, €17.50. */
export function money(amount: number, currency: string, locale?: string): string {
  if (amount === 0) return 'Free'
  return moneyFormat(currency, locale).format(amount)
}

const moneyFormats = new Map<string, Intl.NumberFormat>()

// Making a format costs far more than using one, and every row of a list has a price.
function moneyFormat(currency: string, locale = ''): Intl.NumberFormat {
  const key = `${currency} ${locale}`
  const known = moneyFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale || undefined, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  moneyFormats.set(key, made)
  return made
}
