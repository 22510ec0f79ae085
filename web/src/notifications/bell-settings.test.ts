import { expect, test } from 'vitest'
import { isQuiet, settingsIn } from './bell-settings'

const hours = (quietFrom: string, quietUntil: string) => {
  return { on: true, volume: 1, quietFrom, quietUntil }
}
const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

test('quiet hours run over midnight', () => {
  const night = hours('21:00', '08:00')
  expect(
    ['20:59', '21:00', '23:59', '00:00', '07:59', '08:00'].map((t) => isQuiet(night, at(t))),
  ).toEqual([false, true, true, true, true, false])
})

test('quiet hours may lie within a day', () => {
  const noon = hours('12:00', '14:00')
  expect(['11:59', '12:00', '13:59', '14:00'].map((t) => isQuiet(noon, at(t)))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('from an hour until the same hour, or none, is never quiet', () => {
  for (const none of [hours('08:00', '08:00'), hours('', '08:00'), hours('25:00', '08:00')]) {
    expect([0, 480, 1_439].some((minute) => isQuiet(none, minute))).toBe(false)
  }
})

test('it is off until somebody turned it on, whatever lies in the storage', () => {
  for (const kept of [null, 'x', {}, { on: 'yes' }, { on: 1 }]) {
    expect(settingsIn(kept).on).toBe(false)
  }
  expect(settingsIn({ on: true, volume: 7 })).toMatchObject({ on: true, volume: 0.5 })
  expect(settingsIn({ volume: 0.2 })).toMatchObject({ on: false, volume: 0.2 })
})
