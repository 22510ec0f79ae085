import { openRecent } from '../recent'
import type { Reading } from './read'

/** A session is read at its desk at most once in so long by all strangers of an isolate together. */
export const READ_EVERY_MS = 1_000
const KEPT_MAX = 1_000

/** What strangers read, or are about to. It is nobody's own, so whoever comes may have it. */
export const sharedReads = openRecent<Promise<Reading>>(READ_EVERY_MS, KEPT_MAX)

/** Desks with too much to do: nobody reads there for a moment, so that people go on booking. */
export const overloadedDesks = openRecent<true>(READ_EVERY_MS, KEPT_MAX)
