import { useLocation } from '@solidjs/router'
import { createSignal, Match, Switch } from 'solid-js'
import { paths } from '../paths'
import { ButtonLink } from '../ui/Button'
import { ResetPassword } from '../users/ResetPassword'
import { words } from '../users/words'
import { LinkPage } from './LinkPage'

/** Where the letter leads. The token is in the fragment, which no server sees. */
export default function ResetPasswordPage() {
  const location = useLocation()
  const token = () => location.hash.slice(1)
  const [end, setEnd] = createSignal<'changed' | 'link-ended'>()
  return (
    <Switch
      fallback={
        <LinkPage title={words.chooseNewPassword} says={words.resetEnds}>
          <ResetPassword
            token={token()}
            onChanged={() => setEnd('changed')}
            onLinkEnded={() => setEnd('link-ended')}
          />
        </LinkPage>
      }
    >
      <Match when={end() === 'changed'}>
        <LinkPage title={words.resetDone} says={words.resetDoneMeans}>
          <ButtonLink kind="main" href={paths.signIn()}>
            {words.signIn}
          </ButtonLink>
        </LinkPage>
      </Match>
      <Match when={end() === 'link-ended'}>
        <LinkPage title={words.linkEnded} says={words.resetLinkEnded}>
          <ButtonLink href={paths.forgotPassword}>{words.askForLink}</ButtonLink>
        </LinkPage>
      </Match>
      <Match when={token() === ''}>
        <LinkPage title={words.linkIncomplete} says={words.linkIncompleteMeans}>
          <ButtonLink href={paths.forgotPassword}>{words.askForLink}</ButtonLink>
        </LinkPage>
      </Match>
    </Switch>
  )
}
