import { Navigate, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { paths, returnPath } from '../paths'
import { GoogleLink } from '../users/GoogleLink'
import { useMe } from '../users/me'
import { SignUpForm } from '../users/SignUpForm'
import { words } from '../users/words'
import { Page } from './Page'

export default function SignUp() {
  const me = useMe()
  const location = useLocation()
  const back = () => returnPath(location.query.back)
  return (
    <Show
      when={me()}
      fallback={
        <Page title={words.signUp} class="page page-form">
          <div class="page-head">
            <h1>{words.signUp}</h1>
            <p class="quiet">
              {words.haveAccount} <a href={paths.signIn(back())}>{words.signIn}</a>
            </p>
          </div>
          <SignUpForm>
            <GoogleLink />
          </SignUpForm>
        </Page>
      }
    >
      {(user) => <Navigate href={back() ?? paths.homeOf(user().role)} />}
    </Show>
  )
}
