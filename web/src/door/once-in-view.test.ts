import { expect, it } from 'vitest'
import { onceInView } from './once-in-view'

it('a code is told once while it is held up, and again when it comes back', () => {
  const told: string[] = []
  const clock = { now: 0 }
  const seen = onceInView(
    (text) => told.push(text),
    () => clock.now,
  )
  const at = (ms: number, text: string) => {
    clock.now = ms
    seen(text)
  }
  for (let ms = 0; ms < 10_000; ms += 120) at(ms, 'ann')
  expect(told).toEqual(['ann'])
  at(10_100, 'ben')
  at(10_200, 'ann')
  expect(told).toEqual(['ann', 'ben', 'ann'])
  at(12_900, 'ann')
  expect(told).toEqual(['ann', 'ben', 'ann', 'ann'])
})
