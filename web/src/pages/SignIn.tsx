import { Navigate, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { paths, returnPath } from '../paths'
import { GoogleLink, GoogleRefusal } from '../users/GoogleLink'
import { useMe } from '../users/me'
import { SignInForm } from '../users/SignInForm'
import { words } from '../users/words'
import { Page } from './Page'

export default function SignIn() {
  const me = useMe()
  const location = useLocation()
  const back = () => returnPath(location.query.back)
  return (
    <Show
      when={me()}
      fallback={
        <Page title={words.signIn} class="page page-form">
          <div class="page-head">
            <h1>{words.signIn}</h1>
            <Show when={back()}>
              <p class="quiet">You come straight back.</p>
            </Show>
          </div>
          <GoogleRefusal />
          <SignInForm>
            <p class="quiet">
              {words.noAccount} <a href={paths.signUp(back())}>{words.signUp}</a>
            </p>
            <GoogleLink />
          </SignInForm>
        </Page>
      }
    >
      {(user) => <Navigate href={back() ?? paths.homeOf(user().role)} />}
    </Show>
  )
}
