import { revalidate, useLocation } from '@solidjs/router'
import { createSignal, Match, Switch } from 'solid-js'
import { paths } from '../paths'
import { ButtonLink } from '../ui/Button'
import { ConfirmEmail } from '../users/ConfirmEmail'
import { me } from '../users/me'
import { words } from '../users/words'
import { LinkPage } from './LinkPage'

/** Where the letter leads. Mail programs open links by themselves, so only the button confirms. */
export default function VerifyEmail() {
  const location = useLocation()
  const token = () => location.hash.slice(1)
  const [end, setEnd] = createSignal<'confirmed' | 'link-ended'>()
  const confirmed = async () => {
    setEnd('confirmed')
    await revalidate(me.key)
  }
  return (
    <Switch
      fallback={
        <LinkPage title={words.confirmEmail} says={words.confirmEmailMeans}>
          <ConfirmEmail
            token={token()}
            onConfirmed={confirmed}
            onLinkEnded={() => setEnd('link-ended')}
          />
        </LinkPage>
      }
    >
      <Match when={end() === 'confirmed'}>
        <LinkPage title={words.emailConfirmed} says={words.emailConfirmedMeans}>
          <ButtonLink href={paths.sessions()}>{words.toSessions}</ButtonLink>
        </LinkPage>
      </Match>
      <Match when={end() === 'link-ended'}>
        <LinkPage title={words.linkEnded} says={words.confirmLinkEnded}>
          <ButtonLink href={paths.account}>{words.toAccount}</ButtonLink>
        </LinkPage>
      </Match>
      <Match when={token() === ''}>
        <LinkPage title={words.linkIncomplete} says={words.linkIncompleteMeans}>
          <ButtonLink href={paths.account}>{words.toAccount}</ButtonLink>
        </LinkPage>
      </Match>
    </Switch>
  )
}
