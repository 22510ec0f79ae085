export type Hour = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'night'
export type Field = Hour | 'retreat'

/** The fields of a day and the hour each begins; before the first it is still night. */
export const HOURS: { hour: Hour; from: number; to: number }[] = [
  { hour: 'dawn', from: 5, to: 8 },
  { hour: 'morning', from: 8, to: 11 },
  { hour: 'noon', from: 11, to: 14 },
  { hour: 'afternoon', from: 14, to: 17 },
  { hour: 'dusk', from: 17, to: 20 },
  { hour: 'night', from: 20, to: 23 },
]

/** Every colour that a session's field may have. */
export const FIELDS: Field[] = [...HOURS.map(({ hour }) => hour), 'retreat']

/** The light at an hour of the day, 0 to 23. */
export function hourField(hour: number): Hour {
  return HOURS.find(({ from, to }) => hour >= from && hour < to)?.hour ?? 'night'
}
