import { api } from '../api'
import { bodyOf, type SessionForm } from './session-form'

/** Answers the new session's id. The same key again answers the same one. */
export async function createSession(
  form: SessionForm,
  status: 'draft' | 'active',
  key: string,
): Promise<number> {
  const response = await api.sessions.$post({
    json: { ...bodyOf(form), status },
    header: { 'idempotency-key': key },
  })
  return (await response.json()).session_id
}

/** Answers what a facilitator should read about it, such as "2 over". */
export async function amendSession(
  id: number,
  form: SessionForm,
  publishes: boolean,
): Promise<string[]> {
  const response = await api.sessions[':id'].$put({
    param: { id: String(id) },
    json: { ...bodyOf(form), ...(publishes ? { status: 'active' as const } : {}) },
  })
  const answer = await response.json()
  return 'warnings' in answer && answer.warnings ? answer.warnings : []
}
