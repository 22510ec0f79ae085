import type { ErrorCode } from '../errors'
import { STATUS } from '../errors'
import type { Taken } from '../validate'
import type { Operation } from './operation'

/** What any request may meet. */
const ALWAYS: ErrorCode[] = [
  'too_many_requests',
  'broken',
  'not_configured',
  'overloaded',
  'unavailable',
]
/** What is read of a request that changes something. */
const UNSAFE: ErrorCode[] = ['cross_site', 'too_large', 'json_required']

const PROVEN = {
  // A token that is no good is refused even where none is needed.
  anyone: ['sign_in_required'],
  'signed in': ['sign_in_required'],
  facilitator: ['sign_in_required', 'facilitators_only'],
  crm: ['sign_in_required'],
} satisfies Record<Operation['who'], ErrorCode[]>

/** Every code a route may be refused with, by status: what stands before it, and its own verb. */
export function refusalsOf(
  { who, refuses = [] }: Operation,
  { method, taken }: { method: string; taken: Taken[] },
): Map<number, ErrorCode[]> {
  const codes = new Set<ErrorCode>([
    ...(taken.length > 0 ? (['invalid'] as const) : []),
    ...(taken.some(({ target }) => target === 'json') ? (['invalid_json'] as const) : []),
    ...PROVEN[who],
    ...(method === 'GET' ? [] : UNSAFE),
    ...refuses,
    ...ALWAYS,
  ])
  return new Map(
    [...Map.groupBy(codes, (code): number => STATUS[code])].toSorted(([a], [b]) => a - b),
  )
}
