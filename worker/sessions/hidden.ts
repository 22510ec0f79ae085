import type { Ctx } from '../context'
import { deskCall } from '../durable-objects'
import { openRecent } from '../recent'
import { getHidden } from './queries'
import { READ_EVERY_MS } from './recent-reads'
import type { Session } from './session'

/** How long a page waits for what D1 says of it; later its desk's word counts. */
const PATIENCE_MS = 1_000
const KEPT_MAX = 1_000

type Said = { hiddenAt: number | null } | null
const recent = openRecent<Promise<Said>>(READ_EVERY_MS, KEPT_MAX)

/**
 * When operators hid a session, as D1 says it: asked beside its desk, and for everybody of an isolate
 * at most once a second. Null while D1 is silent, or has no such session.
 */
export function hiddenInD1(ctx: Ctx, id: number): Promise<Said> {
  const known = recent.get(id, ctx.now)
  if (known) return known
  const said = inTime(getHidden(ctx.db, id).catch(() => null))
  recent.put(id, ctx.now, said)
  // Others wait for it too: it goes on although who asked first may be gone by then.
  ctx.later(said)
  return said
}

/** The session as operators have it now. A desk that has yet to hear of it is told. */
export async function asOperatorsSay(
  ctx: Ctx,
  session: Session,
  inD1: Promise<Said>,
): Promise<Session> {
  const said = await inD1
  if (!said || said.hiddenAt === session.hiddenAt) return session
  const { hiddenAt } = said
  ctx.later(deskCall(ctx.env, session.id, (desk) => desk.hide(hiddenAt)))
  return { ...session, hiddenAt }
}

function inTime(said: Promise<Said>): Promise<Said> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  return Promise.race([said, patience]).finally(() => clearTimeout(timer))
}
