import { query } from '@solidjs/router'
import { api } from '../api'

export type SignIn = Awaited<ReturnType<typeof readSignIns>>[number]

/** Where one is signed in, the place used last first. */
export const signIns = query(readSignIns, 'sign-ins')

async function readSignIns() {
  const response = await api.auth['sign-ins'].$get()
  return await response.json()
}
