import { describe, expect, it } from 'vitest'
import { withOneRetry } from './durable-objects'

const fault = (marks: Record<string, true>) => Object.assign(new Error('a fault'), marks)

/** Fails with each of `faults` in turn, then answers; tells how often it was asked. */
function failing(...faults: Error[]) {
  let asked = 0
  const attempt = async () => {
    const next = faults[asked++]
    if (next) throw next
    return 'an answer'
  }
  return { attempt, asked: () => asked }
}

describe('a call to a desk', () => {
  it('is tried once more when the connection was lost', async () => {
    const call = failing(fault({ retryable: true }))
    expect(await withOneRetry(call.attempt)).toBe('an answer')
    expect(call.asked()).toBe(2)
  })

  it('is given up as unavailable after the second loss', async () => {
    const call = failing(fault({ retryable: true }), fault({ retryable: true }))
    await expect(withOneRetry(call.attempt)).rejects.toMatchObject({ code: 'unavailable' })
    expect(call.asked()).toBe(2)
  })

  it('is never repeated at an overloaded desk', async () => {
    const call = failing(fault({ retryable: true, overloaded: true }))
    await expect(withOneRetry(call.attempt)).rejects.toMatchObject({ code: 'overloaded' })
    expect(call.asked()).toBe(1)
  })

  it('is unavailable when the desk was reset under it', async () => {
    const call = failing(fault({ durableObjectReset: true }))
    await expect(withOneRetry(call.attempt)).rejects.toMatchObject({ code: 'unavailable' })
    expect(call.asked()).toBe(1)
  })

  it('throws a bug on as it is', async () => {
    const bug = new TypeError('x is not a function')
    await expect(withOneRetry(failing(bug).attempt)).rejects.toBe(bug)
  })
})
