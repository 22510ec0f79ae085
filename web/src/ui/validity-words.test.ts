import { describe, expect, it } from 'vitest'
import { type Checked, validityWords } from './validity-words'

const BLANK = { type: 'text', value: '', min: '', max: '', step: '', minLength: -1 }

function said(wrong: keyof ValidityState, control: Partial<Checked> = {}, missing?: string) {
  const validity = { [wrong]: true } as unknown as ValidityState
  return validityWords({ ...BLANK, ...control, validity }, missing)
}

describe('what an unfinished field says', () => {
  it('names what is missing as its form does, or by its kind', () => {
    expect(said('valueMissing', {}, 'Your email is needed to sign in.')).toBe(
      'Your email is needed to sign in.',
    )
    expect(said('valueMissing', { type: 'date' })).toBe('A date is needed.')
    expect(said('valueMissing')).toBe('This is needed.')
  })

  it('takes what is typed in part for unfinished, not for missing', () => {
    const validity = { badInput: true, valueMissing: true } as ValidityState
    expect(validityWords({ ...BLANK, type: 'time', validity })).toBe('This time is not whole yet.')
  })

  it('says how an address or a link looks', () => {
    expect(said('typeMismatch', { type: 'email' })).toContain('like ann@example.com')
    expect(said('typeMismatch', { type: 'url' })).toContain('like https://')
  })

  it('counts what a password lacks', () => {
    expect(said('tooShort', { minLength: 8, value: 'seven77' })).toBe(
      'Eight characters or more; this has seven.',
    )
  })

  it('names the limits of numbers and of days', () => {
    expect(said('rangeUnderflow', { type: 'number', min: '1' })).toBe('One or more.')
    expect(said('rangeOverflow', { type: 'number', max: '10000' })).toBe('10,000 at the most.')
    expect(said('rangeUnderflow', { type: 'date', min: '2031-05-14' })).toMatch(
      /14.*2031.* or later\.$/u,
    )
  })

  it('says how exact a number may be', () => {
    expect(said('stepMismatch', { step: '0.01' })).toBe('Two figures after the point at most.')
    expect(said('stepMismatch', { step: '1' })).toBe('Only a whole number fits here.')
    expect(said('stepMismatch')).toBe('Only a whole number fits here.')
  })
})
