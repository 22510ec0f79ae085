import { expect, test } from 'vitest'
import { type Asking, type AskingEvent, isFixed, next } from './asking'

type State = Asking<string, string>
const resting: State = { step: 'resting', key: 'k1' }

function after(...events: AskingEvent<string, string>[]): State {
  return events.reduce<State>((state, event) => next(state, event), resting)
}

const pressed = { type: 'pressed' } as const
const waited = (forMs: number) => ({ type: 'waited', key: 'k1', forMs }) as const
const silence = { type: 'silence', key: 'k1' } as const
const unsent = { type: 'unsent', key: 'k1' } as const
const booked = { type: 'booked', key: 'k1', booked: 'seat' } as const
const refused = { type: 'refused', key: 'k1', refused: 'full', freshKey: 'k2' } as const

test('nothing is said for the first moment, then more and more', () => {
  expect(after(pressed)).toMatchObject({ step: 'asking', key: 'k1', patience: 'quiet' })
  expect(after(pressed, waited(400))).toMatchObject({ patience: 'asking' })
  expect(after(pressed, waited(4_000))).toMatchObject({ patience: 'still' })
  expect(after(pressed, waited(10_000))).toEqual({ step: 'unknown', key: 'k1' })
})

test('pressing twice asks once', () => {
  const asking = after(pressed, waited(4_000))
  expect(next(asking, pressed)).toBe(asking)
})

test('after silence the same key is asked again', () => {
  expect(after(pressed, silence)).toEqual({ step: 'unknown', key: 'k1' })
  expect(after(pressed, silence, pressed)).toMatchObject({ step: 'asking', key: 'k1' })
})

test('without a network nothing was sent, and that is said', () => {
  const offline = after(pressed, unsent)
  expect(offline).toEqual({ step: 'offline', key: 'k1' })
  expect(isFixed(offline)).toBe(false)
  expect(next(offline, pressed)).toMatchObject({ step: 'asking', key: 'k1' })
})

test('who was cut off before does not learn that nothing was sent', () => {
  expect(after(pressed, silence, pressed, unsent)).toEqual({ step: 'unknown', key: 'k1' })
})

test('a seat that was given back can be asked for anew, with a new key', () => {
  const anew = { type: 'anew', freshKey: 'k2' } as const
  expect(after(pressed, booked, anew)).toEqual({ step: 'resting', key: 'k2' })
  expect(after(pressed, anew)).toMatchObject({ step: 'asking', key: 'k1' })
})

test('an answer that comes after all still counts', () => {
  expect(after(pressed, waited(10_000), booked)).toMatchObject({ step: 'booked', booked: 'seat' })
  expect(after(pressed, silence, pressed, booked)).toMatchObject({ step: 'booked' })
})

test('a refusal is definite: the next press has a new key', () => {
  expect(after(pressed, refused)).toEqual({ step: 'refused', key: 'k2', refused: 'full' })
  expect(after(pressed, refused, pressed)).toMatchObject({ step: 'asking', key: 'k2' })
})

test('a late answer to an older key changes nothing', () => {
  const askedAgain = after(pressed, refused, pressed)
  for (const late of [silence, refused, waited(10_000), booked]) {
    expect(next(askedAgain, late)).toBe(askedAgain)
  }
})

test('a seat that is given is never taken back by a later answer', () => {
  for (const late of [silence, refused, waited(10_000), pressed]) {
    expect(after(pressed, booked, late)).toMatchObject({ step: 'booked' })
  }
})

test('signing in on the way keeps the form and its key', () => {
  const signingIn = after(pressed, { type: 'sign_in_needed' })
  expect(signingIn).toEqual({ step: 'signing_in', key: 'k1' })
  expect(next(signingIn, { type: 'signed_in' })).toEqual(resting)
})

test('changing something after a refusal puts its words away', () => {
  expect(after(pressed, refused, { type: 'edited' })).toEqual({ step: 'resting', key: 'k2' })
  expect(after({ type: 'edited' })).toBe(resting)
})

test('what was asked cannot be changed while nobody knows its answer', () => {
  expect(isFixed(after(pressed))).toBe(true)
  expect(isFixed(after(pressed, silence))).toBe(true)
  expect(isFixed(after(pressed, refused))).toBe(false)
  expect(isFixed(resting)).toBe(false)
})
