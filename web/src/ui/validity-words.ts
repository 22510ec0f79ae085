import { capital, inWords } from './numbers'
import { day } from './times'

/** What is read of a control that the platform finds unfinished. */
export type Checked = Pick<
  HTMLInputElement,
  'validity' | 'type' | 'value' | 'min' | 'max' | 'step' | 'minLength'
>

/** What a field lacks, to stand beneath it. `missing` says it where nothing is typed yet. */
export function validityWords(control: Checked, missing?: string): string {
  const { validity, type, value, min, max, step } = control
  if (validity.badInput) return UNFINISHED[type] ?? AGAIN
  if (validity.valueMissing) return missing ?? NEEDED[type] ?? 'This is needed.'
  if (validity.typeMismatch) return NOT_ONE[type] ?? AGAIN
  if (validity.tooShort) {
    return `${capital(inWords(control.minLength))} characters or more; this has ${inWords(value.length)}.`
  }
  if (validity.rangeUnderflow)
    return `${limit(min, type)} or ${type === 'date' ? 'later' : 'more'}.`
  if (validity.rangeOverflow)
    return `${limit(max, type)} at the ${type === 'date' ? 'latest' : 'most'}.`
  if (validity.stepMismatch) return stepWords(Number(step || WHOLE))
  return AGAIN
}

const AGAIN = 'Look at this again.'

const NEEDED: Record<string, string> = {
  date: 'A date is needed.',
  time: 'A time is needed.',
  number: 'A number is needed.',
}

/** Typed in part. */
const UNFINISHED: Record<string, string> = {
  date: 'This date is not whole yet.',
  time: 'This time is not whole yet.',
  number: 'Only a number fits here.',
}

const NOT_ONE: Record<string, string> = {
  email: 'An address has a name, an @ and a place, like ann@example.com.',
  url: 'A link is needed in full, like https://example.com/room.',
}

function limit(bound: string, type: string): string {
  return type === 'date' ? day(`${bound}T12:00Z`, 'UTC') : capital(inWords(Number(bound)))
}

/** What a number goes by where its field does not say. */
const WHOLE = '1'

function stepWords(step: number): string {
  if (!(step < 1)) return 'Only a whole number fits here.'
  return `${capital(inWords(-Math.round(Math.log10(step))))} figures after the point at most.`
}
