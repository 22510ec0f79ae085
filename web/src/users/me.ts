import { createAsync, query, revalidate } from '@solidjs/router'
import { api } from '../api'
import { Refusal } from '../refusal'
import { REMEMBERED_KEY, signIn } from './keep-signed-in'

export type Me = Awaited<ReturnType<typeof readMe>>

/** Who is signed in; null when nobody is. While the server cannot say, who it was last. */
export const me = query(async (): Promise<Me | null> => {
  if (!signIn.mayBeSomebody()) return null
  try {
    const user = await readMe()
    signIn.remember(user, signIn.remembered()?.renewedAt ?? 0)
    return user
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 401) return null
    return (signIn.remembered()?.user as Me | undefined) ?? null
  }
}, 'me')

export const useMe = () => createAsync(() => me())

/** After any change of who is signed in: everything on the page is read again. */
export async function signedInAs(user: unknown) {
  signIn.remember(user)
  await revalidate()
}

export async function signOut() {
  await api.auth.logout.$post({ json: {} })
  await signedOut()
}

/** The sign-in is over, as the server has it already. */
export async function signedOut() {
  signIn.forget()
  await revalidate()
}

/** Another tab signed somebody in or out; that it only renewed its proof changes nothing here. */
export function followOtherTabs() {
  addEventListener('storage', (event) => {
    if (event.key !== REMEMBERED_KEY) return
    if (userIdIn(event.oldValue) !== userIdIn(event.newValue)) void revalidate()
  })
}

const userIdIn = (text: string | null) => text?.match(/"id":(\d+)/)?.[1]

async function readMe() {
  const response = await api.auth.me.$get()
  return (await response.json()).user
}
