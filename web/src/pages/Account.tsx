import { createSignal, type JSX, Show } from 'solid-js'
import { Choice } from '../ui/Choice'
import { Initials } from '../ui/Initials'
import { ChangePassword } from '../users/ChangePassword'
import { DeleteAccount } from '../users/DeleteAccount'
import { EmailState } from '../users/EmailState'
import { OwnData } from '../users/OwnData'
import { ProfileForm } from '../users/ProfileForm'
import { SignIns } from '../users/SignIns'
import { SignOut } from '../users/SignOut'
import { TeachHere } from '../users/TeachHere'
import { chooseTheme, chosenTheme, type Theme } from '../users/theme'
import { words } from '../users/words'
import { Page } from './Page'
import { SignedIn } from './SignedIn'
import './account.css'

export default function Account() {
  return (
    <SignedIn>
      {(user) => (
        <Page title={words.account} class="page page-form">
          <div class="page-head">
            <h1>{words.account}</h1>
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
          <EmailState user={user()} />
          <Part title={words.profile}>
            <ProfileForm user={user()} />
          </Part>
          <Part title={words.password}>
            <ChangePassword user={user()} />
          </Part>
          <Part title={words.whereSignedIn}>
            <SignIns />
          </Part>
          <Show when={!user().facilitator}>
            <Part title={words.teachHere}>
              <TeachHere />
            </Part>
          </Show>
          <ThemeChoice />
          <Part title={words.yourData}>
            <OwnData userId={user().id} />
          </Part>
          <div class="account-part account-ends">
            <SignOut user={user()} />
            <DeleteAccount user={user()} />
          </div>
        </Page>
      )}
    </SignedIn>
  )
}

function Part(props: { title: string; children: JSX.Element }) {
  return (
    <section class="account-part stack">
      <h2>{props.title}</h2>
      {props.children}
    </section>
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
