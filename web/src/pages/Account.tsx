import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { paths } from '../paths'
import { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Initials } from '../ui/Initials'
import { say } from '../ui/Say'
import { signOut } from '../users/me'
import { chooseTheme, chosenTheme, type Theme } from '../users/theme'
import { words } from '../users/words'
import { Page } from './Page'
import { SignedIn } from './SignedIn'
import './account.css'

export default function Account() {
  return (
    <SignedIn>
      {(user) => (
        <Page title="Account" class="page page-form">
          <div class="page-head">
            <h1>Account</h1>
          </div>
          <div class="account-person">
            <Initials name={user().name} />
            <div>
              <p class="account-name">{user().name}</p>
              <p class="quiet">{user().email}</p>
              <Show when={user().facilitator}>
                {(facilitator) => (
                  <p class="quiet">
                    Facilitator{facilitator().approved ? '' : ', waiting to be approved'}
                  </p>
                )}
              </Show>
            </div>
          </div>
          <ThemeChoice />
          <Leave />
        </Page>
      )}
    </SignedIn>
  )
}

const THEMES: [Theme, string][] = [
  ['auto', 'As this device is set'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

function ThemeChoice() {
  const [theme, setTheme] = createSignal(chosenTheme())
  const choose = (next: Theme) => {
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <div class="account-part">
      <Choice
        question="Light or dark"
        name="theme"
        answers={THEMES}
        value={theme()}
        onChoose={choose}
      />
    </div>
  )
}

function Leave() {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const leave = async () => {
    setBusy(true)
    try {
      // Away first: this page is for somebody who is signed in, and would ask for that again.
      navigate(paths.home)
      await signOut()
      say(words.signedOut)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      say(`You are still signed in. ${error.message}`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="account-part">
      <Button busy={busy()} onClick={leave}>
        {words.signOut}
      </Button>
    </div>
  )
}
