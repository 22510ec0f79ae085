/** What a build tells: its name, the files without a hash that open the page, and those with one. */
export type Built = { version: string; shell: string[]; assets: string[]; entry: string }

type Kind = 'page' | 'shell' | 'asset'
type Asked = Pick<Request, 'method' | 'mode' | 'url'>

const ASSETS = 'site-assets'
const SHELL = 'site-shell-'
/** Of older versions, for the tabs that still show them. */
const OLDER_ASSETS_MAX = 100

export function siteFiles(built: Built, caches: CacheStorage, ask: typeof fetch, origin: string) {
  const shellName = SHELL + built.version
  const shellCache = () => caches.open(shellName)
  const assetCache = () => caches.open(ASSETS)

  return {
    /** Undefined for what is none of ours: whatever is sent, the API and its sockets, other origins. */
    kindOf({ method, mode, url }: Asked): Kind | undefined {
      const { origin: from, pathname } = new URL(url)
      if (method !== 'GET' || from !== origin || /^\/(api|health)(\/|$)/.test(pathname)) return
      if (mode === 'navigate') return 'page'
      if (pathname.startsWith('/assets/')) return 'asset'
      return built.shell.includes(pathname) ? 'shell' : undefined
    },

    async fill(): Promise<void> {
      const assets = await assetCache()
      await Promise.all(
        built.assets.map(async (path) => {
          if (!(await assets.match(path))) await assets.add(path)
        }),
      )
      const shell = await shellCache()
      await shell.addAll(built.shell.map((path) => new Request(origin + path, { cache: 'reload' })))
      // In the midst of a deploy it may be another version's page, whose files are not here.
      const page = await (await shell.match('/'))?.text()
      if (!page?.includes(built.entry)) throw new Error('The page belongs to another version.')
    },

    async tidy(): Promise<void> {
      const names = await caches.keys()
      const older = names.filter((name) => name.startsWith(SHELL) && name !== shellName)
      await Promise.all(older.map((name) => caches.delete(name)))
      const assets = await assetCache()
      const rest = (await assets.keys()).filter(
        ({ url }) => !built.assets.includes(new URL(url).pathname),
      )
      const tooMany = rest.slice(0, Math.max(0, rest.length - OLDER_ASSETS_MAX))
      await Promise.all(tooMany.map((request) => assets.delete(request)))
    },

    /** The page as the network has it; without a network, the one that every address begins with. */
    async page(request: Request): Promise<Response> {
      try {
        return await ask(request)
      } catch (error) {
        return await keptOr(error, (await shellCache()).match('/'))
      }
    },

    async shellFile(request: Request): Promise<Response> {
      try {
        return await ask(request)
      } catch (error) {
        return await keptOr(error, (await shellCache()).match(request))
      }
    },

    /** The hash in its name says that it never changes. */
    async asset(request: Request): Promise<Response> {
      const assets = await assetCache()
      const kept = await assets.match(request)
      if (kept) return kept
      const answer = await ask(request)
      if (answer.ok) await assets.put(request, answer.clone()).catch(() => {})
      return answer
    },
  }
}

async function keptOr(error: unknown, keeping: Promise<Response | undefined>): Promise<Response> {
  const kept = await keeping
  if (kept) return kept
  throw error
}
