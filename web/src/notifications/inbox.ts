import { createSignal, onCleanup } from 'solid-js'
import type { Notice } from '../../../worker/notifications/messages'
import { api } from '../api'
import { nextPage } from '../next-page'
import { Refusal } from '../refusal'
import {
  emptyInbox,
  type Inbox,
  lastLiveOf,
  loaded,
  loadedOlder,
  lost,
  markRead,
  markUnread,
  receive,
} from './inbox-store'
import { rememberedLastLive, rememberLastLive } from './memory'
import { keepInboxSocket, type SignInState } from './socket'

/** How often "I was level until now" is written down, for the tab that is closed without a word. */
const REMEMBER_EVERY_MS = 15_000

/**
 * Her inbox in this browser: what it holds, and what can be done with it. Lives as long as its
 * owner; `onNotice` hears of everything that arrives while one looks.
 */
export function createInbox(facilitatorId: number, onNotice: (notice: Notice) => void) {
  const [inbox, setInbox] = createSignal<Inbox>(emptyInbox(rememberedLastLive(facilitatorId)))

  const socket = keepInboxSocket({
    open: (path) => new WebSocket(path),
    reload: () => signInStateAfter(loadNewest()),
    checkSignIn: () => signInStateAfter(readPage({ limit: '1' })),
    position: () => ({ seq: inbox().lastSeq, epoch: inbox().epoch }),
    onMessage(message) {
      setInbox((now) => receive(now, message, Date.now()))
      keepPlace()
      if (message.type === 'notice') onNotice(message.notice)
    },
    onState(connection) {
      setInbox((now) => lost(now, connection, Date.now()))
      keepPlace()
    },
    isOnline: () => navigator.onLine,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    random: Math.random,
  })
  followThePage({ ...socket, keepPlace })

  return {
    inbox,
    /** Signed in again, or somebody looks: try now. */
    wake: socket.wake,
    markRead: (ids: string[]) => mark({ ids }, ids),
    async markAllRead() {
      const through = inbox().lastSeq ?? 0
      return through > 0 ? await mark({ through }, unreadIds()) : null
    },
    async loadOlder() {
      const oldest = inbox().notices.at(-1)
      if (!oldest) return
      const page = await readPage({ before: String(oldest.seq) })
      setInbox((now) => loadedOlder(now, page))
    },
  }

  async function loadNewest() {
    const page = await readPage({})
    setInbox((now) => loaded(now, page))
  }

  function unreadIds(): string[] {
    return inbox().notices.flatMap(({ id, read }) => (read ? [] : [id]))
  }

  /** Answers what takes it back; null where nothing was unread. */
  async function mark(body: { ids: string[] } | { through: number }, ids: string[]) {
    const response = await api.facilitator.notifications.read.$post({ json: body })
    const { unread, mark } = await response.json()
    setInbox((now) => markRead(now, ids, unread))
    return mark === null ? null : () => unmark(mark, ids)
  }

  async function unmark(mark: number, ids: string[]) {
    const response = await api.facilitator.notifications.unread.$post({ json: { mark } })
    const { unread } = await response.json()
    setInbox((now) => markUnread(now, ids, unread))
  }

  function keepPlace() {
    const lastLive = lastLiveOf(inbox(), Date.now())
    if (lastLive) rememberLastLive(facilitatorId, lastLive)
  }
}

async function readPage(query: { before?: string; limit?: string }) {
  const response = await api.facilitator.notifications.$get({ query })
  return {
    notices: await response.json(),
    unread: Number(response.headers.get('X-Unread')),
    hasOlder: nextPage(response) !== null,
  }
}

async function signInStateAfter(asking: Promise<unknown>): Promise<SignInState> {
  try {
    await asking
    return 'good'
  } catch (error) {
    if (error instanceof Refusal)
      return error.isDefinite && isNobody(error) ? 'ended' : 'unreachable'
    throw error
  }
}

const isNobody = (refusal: Refusal) => refusal.status === 401 || refusal.status === 403

function followThePage(page: { wake(): void; sleep(): void; stop(): void; keepPlace(): void }) {
  const controller = new AbortController()
  const { signal } = controller
  addEventListener('online', page.wake, { signal })
  addEventListener('offline', page.sleep, { signal })
  addEventListener('focus', page.wake, { signal })
  addEventListener('pagehide', page.keepPlace, { signal })
  const remembering = setInterval(page.keepPlace, REMEMBER_EVERY_MS)
  onCleanup(() => {
    controller.abort()
    clearInterval(remembering)
    page.stop()
  })
}
