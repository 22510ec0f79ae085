import { paths } from '../paths'
import { ForgotPassword } from '../users/ForgotPassword'
import { words } from '../users/words'
import { Page } from './Page'

/** For who comes from elsewhere, such as a link that has ended; sign-in has the same in its place. */
export default function ForgotPasswordPage() {
  return (
    <Page title={words.forgot} class="page page-form">
      <div class="page-head">
        <h1>{words.forgot}</h1>
      </div>
      <div class="stack">
        <ForgotPassword />
        <p>
          <a href={paths.signIn()}>{words.backToSignIn}</a>
        </p>
      </div>
    </Page>
  )
}
