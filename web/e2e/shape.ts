/** What a value must be: a test of it, an object of fields, or a list whose items are all alike. */
export type Shape = Test | { [field: string]: Shape } | readonly [Shape]
type Test = { what: string; is: (value: unknown) => boolean }

const test = (what: string, is: Test['is']): Test => ({ what, is })

export const id = test('an id', (value) => Number.isSafeInteger(value) && (value as number) > 0)
export const count = test('a count', (value) => Number.isInteger(value) && (value as number) >= 0)
export const number = test('a number', (value) => typeof value === 'number' && value >= 0)
export const text = test('text', (value) => typeof value === 'string')
export const words = test('some words', (value) => typeof value === 'string' && value.length > 0)
export const truth = test('true or false', (value) => typeof value === 'boolean')

/** ISO 8601, UTC. */
export const time = test('a time', (value) => {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
})

export const oneOf = (...values: string[]) =>
  test(`one of ${values.join(', ')}`, (value) => values.includes(value as string))

/** Every place where `value` is not as `shape` says. More fields may stand beside those asked for. */
export function misfits(value: unknown, shape: Shape, path = ''): string[] {
  if (isTest(shape)) {
    return shape.is(value) ? [] : [`${path}: ${JSON.stringify(value)} is not ${shape.what}`]
  }
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${path}: not a list`]
    return value.flatMap((item, i) => misfits(item, shape[0], `${path}[${i}]`))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${path}: not an object`]
  }
  return Object.entries(shape).flatMap(([field, of]) =>
    field in value
      ? misfits((value as Record<string, unknown>)[field], of, `${path}.${field}`)
      : [`${path}.${field}: missing`],
  )
}

function isTest(shape: Shape): shape is Test {
  return typeof (shape as Test).is === 'function'
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape)
}
