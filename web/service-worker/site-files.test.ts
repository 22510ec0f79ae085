import { expect, test } from 'vitest'
import { type Built, siteFiles } from './site-files'

const ORIGIN = 'https://sit.example'
const V1: Built = {
  ...{ version: '1', shell: ['/', '/favicon.svg'] },
  ...{ assets: ['/assets/a-1.js'], entry: 'assets/a-1.js' },
}
const V2: Built = { ...V1, version: '2', assets: ['/assets/a-2.js'], entry: 'assets/a-2.js' }

test('it keeps out of whatever is not a file of the site', () => {
  const { site } = aBrowser()
  const kindOf = (url: string, { method = 'GET', mode = 'cors' as RequestMode } = {}) =>
    site(V1).kindOf({ method, mode, url: new URL(url, ORIGIN).href })
  expect(kindOf('/my-bookings', { mode: 'navigate' })).toBe('page')
  expect(kindOf('/assets/a-1.js')).toBe('asset')
  expect(kindOf('/favicon.svg')).toBe('shell')

  const none = ['/api/sessions/7', '/api/bookings/my', '/health', '/sitemap.xml', '/sw.js']
  for (const path of none) expect([path, kindOf(path)]).toEqual([path, undefined])
  expect(kindOf('/api/auth/google/start', { mode: 'navigate' })).toBe(undefined)
  expect(kindOf('/my-bookings', { mode: 'navigate', method: 'POST' })).toBe(undefined)
  expect(kindOf('https://other.example/assets/a-1.js')).toBe(undefined)
})

test('a page comes from the network, and from what was kept only without one', async () => {
  const { site, net } = aBrowser()
  await site(V1).fill()
  net.files['/sessions/7'] = 'a page with a preview'
  const page = () => site(V1).page(new Request(`${ORIGIN}/sessions/7`))
  expect(await (await page()).text()).toBe('a page with a preview')

  net.isThere = false
  expect(await (await page()).text()).toContain('a-1.js')
  expect(await (await site(V1).shellFile(new Request(`${ORIGIN}/favicon.svg`))).text()).toBe('icon')
})

test('a file with a hash is asked for once, and never kept when it is gone', async () => {
  const { site, net } = aBrowser()
  const asset = (path: string) => site(V1).asset(new Request(ORIGIN + path))
  net.files['/assets/late-1.js'] = 'late'
  await asset('/assets/late-1.js')
  net.isThere = false
  expect(await (await asset('/assets/late-1.js')).text()).toBe('late')

  net.isThere = true
  expect((await asset('/assets/gone.js')).status).toBe(404)
  net.isThere = false
  await expect(asset('/assets/gone.js')).rejects.toThrow(TypeError)
})

test('a new version replaces the page and leaves the files of open tabs', async () => {
  const { site, net, caches } = aBrowser()
  await site(V1).fill()
  net.files['/'] = '<script src="/assets/a-2.js">'
  await site(V2).fill()
  await site(V2).tidy()
  expect((await caches.keys()).toSorted()).toEqual(['site-assets', 'site-shell-2'])

  net.isThere = false
  expect(await (await site(V1).asset(new Request(`${ORIGIN}/assets/a-1.js`))).text()).toBe('one')
  expect(await (await site(V2).page(new Request(`${ORIGIN}/`))).text()).toContain('a-2.js')
})

test('it does not settle on a page whose files belong to another version', async () => {
  const { site } = aBrowser()
  await expect(site(V2).fill()).rejects.toThrow('another version')
})

test('files of older versions are bounded', async () => {
  const { site, net, caches } = aBrowser()
  for (let n = 0; n < 105; n++) {
    net.files[`/assets/old-${n}.js`] = 'old'
    await site(V1).asset(new Request(`${ORIGIN}/assets/old-${n}.js`))
  }
  await site(V1).fill()
  await site(V1).tidy()
  const kept = (await (await caches.open('site-assets')).keys()).map(({ url }) => url)
  expect(kept).toHaveLength(101)
  expect(kept).toContain(`${ORIGIN}/assets/a-1.js`)
  expect(kept).not.toContain(`${ORIGIN}/assets/old-4.js`)
})

/** A network with a few files, and a browser's caches in front of it. */
function aBrowser() {
  const net = {
    isThere: true,
    files: {
      '/': '<script src="/assets/a-1.js">',
      '/favicon.svg': 'icon',
      '/assets/a-1.js': 'one',
      '/assets/a-2.js': 'two',
    } as Record<string, string>,
  }
  const ask = async (input: RequestInfo | URL) => {
    if (!net.isThere) throw new TypeError('nobody is there')
    const file = net.files[new URL(urlOf(input)).pathname]
    return file === undefined ? new Response(null, { status: 404 }) : new Response(file)
  }
  const caches = memoryCaches(ask)
  return { net, caches, site: (built: Built) => siteFiles(built, caches, ask, ORIGIN) }
}

const urlOf = (input: RequestInfo | URL) =>
  new URL(input instanceof Request ? input.url : input, ORIGIN).href

function memoryCaches(ask: typeof fetch): CacheStorage {
  const shelves = new Map<string, Map<string, Response>>()
  const open = async (name: string) => {
    const shelf = shelves.get(name) ?? new Map<string, Response>()
    shelves.set(name, shelf)
    const add = async (input: RequestInfo) => void shelf.set(urlOf(input), await ask(input))
    return {
      add,
      addAll: async (inputs: RequestInfo[]) => void (await Promise.all(inputs.map(add))),
      match: async (input: RequestInfo) => shelf.get(urlOf(input))?.clone(),
      put: async (input: RequestInfo, answer: Response) => void shelf.set(urlOf(input), answer),
      keys: async () => [...shelf.keys()].map((url) => new Request(url)),
      delete: async (input: RequestInfo) => shelf.delete(urlOf(input)),
    }
  }
  return {
    open,
    keys: async () => [...shelves.keys()],
    delete: async (name: string) => shelves.delete(name),
  } as unknown as CacheStorage
}
