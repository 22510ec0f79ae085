import { beforeAll, expect, inject, it } from 'vitest'
import { type Both, type Cast, castOf, inModel, openBoth, rowsOf } from './both'
import { available, type Model, taken } from './model'
import { openRandom, type Random } from './random'
import { nextStep, type Step } from './steps'

/*
 * Random lives of a desk beside a model that is too simple to be wrong in the same way. After
 * every step both have the same rows and the same answer, and no seat was sold twice; when all is
 * quiet, D1 has what the desk has and each notice came once. A failure names its seed:
 * `PROVE_SEED=… npm run prove` lives that life again.
 */

const STEPS = 24
const PER_TEST = 50
/** So many lives are lived side by side, each at a desk of its own. */
const ABREAST = 5

let cast: Cast

/** The tests of one policy; the two of them share the number of lives. */
export function proveLives(policy: 'skip' | 'strict'): void {
  const { seed, lives } = inject('prove')
  const last = seed + Math.ceil(lives / 2) - 1
  const strict = policy === 'strict'
  const firsts: number[] = []
  for (let first = seed; first <= last; first += PER_TEST) firsts.push(first)

  beforeAll(async () => {
    cast = await castOf()
  })

  it.each(firsts)(
    'desk and model live alike, from seed %i',
    { timeout: 300_000 },
    async (first) => {
      const until = Math.min(first + PER_TEST - 1, last)
      for (let from = first; from <= until; from += ABREAST) {
        const side = Array.from({ length: Math.min(ABREAST, until - from + 1) }, (_, i) => from + i)
        await Promise.all(side.map((seed) => live(seed, strict)))
      }
    },
  )

  // What happens at once happens in some order: never half of each.
  it.each(firsts)(
    'callers at once are callers in some order, from seed %i',
    { timeout: 300_000 },
    async (first) => {
      // A burst costs as much as a life.
      for (let seed = first; seed < first + PER_TEST && seed <= last; seed += ABREAST) {
        await liveInBursts(seed, strict)
      }
    },
  )
}

async function live(seed: number, strict: boolean): Promise<void> {
  const random = openRandom(seed)
  const both = await openBoth(cast, anyTerms(random, strict))
  const lived: Step[] = []
  await tellingTheStory(seed, lived, async () => {
    while (lived.length < STEPS) {
      const last = await both.enter((inside) => untilEvicted(both, inside, random, lived))
      if (last) await both.around(last)
    }
    await assertQuiet(both)
  })
}

type Inside = Parameters<Parameters<Both['enter']>[0]>[0]

async function untilEvicted(both: Both, inside: Inside, random: Random, lived: Step[]) {
  const { model } = both
  while (lived.length < STEPS) {
    const step = nextStep(random, model, lived.length)
    lived.push(step)
    if (step.kind === 'evict') return step
    const before = taken(model)
    if (!(await both.around(step, inside))) {
      const outcome = await both.atTheDesk(inside, step)
      expect(outcome, 'the answer').toBe(inModel(model, step))
    }
    assertAlike(both, inside, before)
  }
  return null
}

function assertAlike(both: Both, inside: Inside, takenBefore: number): void {
  const { model } = both
  const rows = both.rows(inside)
  // The clock may have moved past something nobody has looked at yet.
  if (rows.some(({ expires }) => expires !== null && expires <= model.now)) return
  expect(rows, 'the rows').toEqual(rowsOf(model))
  const session = inside.store.findSession()
  const seats = inside.store.seats(session, model.now)
  expect(seats.taken, 'what is taken').toBe(taken(model))
  expect(seats.available, 'what can be booked').toBe(available(model))
  expect(seats.taken, 'I1').toBeLessThanOrEqual(Math.max(takenBefore, model.capacity))
}

async function liveInBursts(seed: number, strict: boolean): Promise<void> {
  const random = openRandom(seed)
  const both = await openBoth(cast, anyTerms(random, strict))
  const lived: Step[] = []
  await tellingTheStory(seed, lived, async () => {
    for (let burst = 0; burst < 5; burst++) {
      const steps = anyBurst(random, both.model, lived.length)
      lived.push(...steps)
      both.d1.delayMs = random.below(20)
      await both.enter(() => {})
      const outcomes = await Promise.all(steps.map((step) => both.fromOutside(step)))
      const rows = await both.enter((inside) => both.rows(inside))
      const found = permutations(steps.map((step, i) => ({ step, outcome: outcomes[i] }))).find(
        (order) => {
          const model = structuredClone(both.model)
          const same = order.every(({ step, outcome }) => inModel(model, step) === outcome)
          if (!same || JSON.stringify(rowsOf(model)) !== JSON.stringify(rows)) return false
          Object.assign(both.model, model)
          return true
        },
      )
      expect(found, `an order that gives ${JSON.stringify({ outcomes, rows })}`).toBeDefined()
    }
    both.d1.delayMs = 0
    await assertQuiet(both)
  })
}

const AROUND = ['evict', 'alarm', 'clock', 'D1 down', 'D1 up', 'D1 torn']

/** Four at once, in an order of chance. */
function anyBurst(random: Random, model: Model, from: number): Step[] {
  const steps: Step[] = []
  while (steps.length < 4) {
    const step = nextStep(random, model, from + steps.length)
    if (!AROUND.includes(step.kind)) steps.splice(random.below(steps.length + 1), 0, step)
  }
  return steps
}

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length < 2) return [[...of]]
  return of.flatMap((first, i) => permutations(of.toSpliced(i, 1)).map((rest) => [first, ...rest]))
}

async function assertQuiet(both: Both): Promise<void> {
  const { atTheDesk, inD1, told, isOnce } = await both.quiet()
  expect(inD1, 'I6: D1 equals the desk').toEqual(atTheDesk)
  expect(told, 'each change told').toEqual(both.model.notices)
  expect(isOnce, 'each notice once').toBe(true)
}

function anyTerms(random: Random, strict: boolean): Partial<Model> {
  return { capacity: 1 + random.below(4), strict, promotionHours: random.below(3) }
}

async function tellingTheStory(seed: number, lived: Step[], life: () => Promise<void>) {
  try {
    await life()
  } catch (error) {
    const story = lived.map((step, i) => `${i + 1}. ${JSON.stringify(step)}`).join('\n')
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`PROVE_SEED=${seed}\n${story}\n${why}`, { cause: error })
  }
}
