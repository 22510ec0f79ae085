import { expect } from 'vitest'
import { test } from './site'

test('the page opens, asks nobody else for anything, and has nothing to complain of', async ({
  newPerson,
}) => {
  const { page, troubles } = await newPerson()
  const answer = await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()

  expect(answer?.status()).toBe(200)
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(troubles).toEqual([])
})

test('both faces arrive from our own origin', async ({ newPerson }) => {
  const { page } = await newPerson()
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const faces = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)
  })
  expect(new Set(faces)).toEqual(new Set(['Petrona', 'Hanken Grotesk']))
})

test('/health answers JSON at the root and under /api', async ({ origin }) => {
  for (const path of ['/health', '/api/health']) {
    const answer = await fetch(origin + path)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toMatchObject({ status: 'healthy', database: 'connected' })
  }
})

test('an address of the API that is not there answers JSON, and a page that is not there opens', async ({
  origin,
}) => {
  const api = await fetch(`${origin}/api/nothing-here`)
  expect(api.status).toBe(404)
  expect(await api.json()).toMatchObject({ code: 'not_found' })

  const page = await fetch(`${origin}/nothing-here`)
  expect(page.headers.get('content-type')).toContain('text/html')
})
