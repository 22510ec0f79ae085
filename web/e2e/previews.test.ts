import { expect, inject } from 'vitest'
import { olderClient } from './older-client'
import { test } from './site'

/** As hostile as a title may be. */
const TITLE = `</title></script><script>document.title = 'run'</script>"'><img src=x onerror=alert(1)>`

test('a shared link says what the session is, and runs nothing that its title says', async ({
  newPerson,
  origin,
}) => {
  const { id, facilitatorId } = await publish()
  const answer = await fetch(`${origin}/sessions/${id}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")

  // Read as a browser reads it, which is what the title is meant to fool.
  const { page, troubles } = await newPerson({ javaScriptEnabled: false })
  await page.goto(`/sessions/${id}`)
  const content = (of: string) => page.locator(`meta${of}`).getAttribute('content')
  expect(await page.title()).toBe(`${TITLE} · Stillpoint`)
  expect(await content('[property="og:title"]')).toBe(`${TITLE} · Stillpoint`)
  expect(await content('[name="description"]')).toMatch(/, 18:00 to 18:45, Lisbon time\. With Jane/)
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
    `${origin}/sessions/${id}`,
  )
  const data = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Event', name: TITLE })

  const picture = await fetch((await content('[property="og:image"]')) ?? '')
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect(picture.url).toContain('/previews/dusk.png')

  // With scripts: the policy has nothing to report, and the data block goes with its address.
  const ann = await newPerson()
  await ann.page.goto(`/sessions/${id}`)
  await ann.page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await ann.page.getByRole('link', { name: 'Jane', exact: true }).first().click()
  await ann.page.getByRole('heading', { level: 1, name: 'Jane' }).waitFor()
  expect(await ann.page.locator('[data-of-address]').count()).toBe(0)
  expect([...troubles, ...ann.troubles]).toEqual([])

  const profile = await (await fetch(`${origin}/facilitators/${facilitatorId}`)).text()
  expect(profile).toContain('<title>Jane · Stillpoint</title>')
  expect(profile).toContain('content="Quiet things. Sits still for a living."')
})

test('a page brings what it shows to who opens it, and no count to whoever keeps it', async ({
  newPerson,
  origin,
}) => {
  const { id } = await publish()
  const paths = ['/', '/sessions', `/sessions/${id}`]
  for (const path of paths) {
    expect(await (await fetch(origin + path)).text()).not.toContain('handed-over')
    const { page, troubles } = await newPerson({ serviceWorkers: 'block' })
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
    const answer = await page.goto(path)
    expect(answer?.headers()['cache-control']).toBe('no-store')
    await page.locator('.home-day, .session-row, .booking-panel').first().waitFor()
    expect([
      path,
      asked.filter((one) => one.startsWith('/api/') && !one.endsWith('/live')),
    ]).toEqual([path, []])
    expect(troubles).toEqual([])
  }
  const home = await (await fetch(`${origin}/`)).text()
  expect(home).toContain(`property="og:image" content="${origin}/previews/morning.png"`)
})

test('what is not there says so by its status, and shows the page all the same', async ({
  newPerson,
  origin,
}) => {
  const draft = await publish({ status: 'draft' })
  for (const path of [`/sessions/${draft.id}`, '/sessions/987654', '/facilitators/987654']) {
    const answer = await fetch(origin + path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(await answer.text()).not.toContain('og:title')
  }
  const { page } = await newPerson()
  await page.goto('/sessions/987654')
  await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
})

test('a file of another version is gone, and nobody keeps that', async ({ origin }) => {
  const answer = await fetch(`${origin}/assets/Home-12345678.js`)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('a page that was open over a deploy fetches itself anew, once', async ({ newPerson }) => {
  const { page } = await newPerson({ serviceWorkers: 'block' })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  let asked = 0
  await page.route('**/assets/Facilitators-*.js', (route) => {
    asked += 1
    return asked === 1 ? route.fulfill({ status: 404, body: 'gone' }) : route.continue()
  })
  await page.getByRole('link', { name: 'Facilitators' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Facilitators' }).waitFor()
  expect(asked).toBe(2)
  expect(new URL(page.url()).pathname).toBe('/facilitators')
})

test('search engines are told of what is public, and of nothing else', async ({ origin }) => {
  const [shown, draft] = [await publish(), await publish({ status: 'draft' })]
  const robots = await (await fetch(`${origin}/robots.txt`)).text()
  expect(robots).toContain('Disallow: /api/\n')
  expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`)

  const answer = await fetch(`${origin}/sitemap.xml`)
  expect(answer.headers.get('content-type')).toContain('xml')
  const sitemap = await answer.text()
  for (const path of [
    '/',
    '/sessions',
    `/sessions/${shown.id}`,
    `/facilitators/${shown.facilitatorId}`,
  ]) {
    expect(sitemap).toContain(`<loc>${origin}${path}</loc>`)
  }
  expect(sitemap).not.toContain(`/sessions/${draft.id}<`)
})

async function publish(changes: object = {}): Promise<{ id: number; facilitatorId: number }> {
  const ask = olderClient(inject('origin'))
  const registered = await ask('POST', '/api/auth/register', undefined, {
    ...{ name: 'Jane', email: `${crypto.randomUUID()}@example.com` },
    ...{ password: 'a long enough password', role: 'facilitator' },
    ...{ specialization: 'Quiet things', bio: 'Sits still for a living.' },
  })
  const date = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const made = await ask('POST', '/api/sessions', registered.json.access_token, {
    ...{ title: TITLE, session_type: 'session', price: 18, capacity: 4 },
    ...{ time_zone: 'Europe/Lisbon', start_time: `${date}T18:00`, end_time: `${date}T18:45` },
    ...changes,
  })
  return { id: made.json.session_id, facilitatorId: made.json.session.facilitator_id }
}
