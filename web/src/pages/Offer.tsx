import { createAsync, type RouteSectionProps, useLocation } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { AnswerOffer } from '../bookings/AnswerOffer'
import { goesTo } from '../bookings/lapsed'
import { lookAtOffer } from '../bookings/look-at-offer'
import type { MyBooking } from '../bookings/mine'
import { endIn } from '../bookings/offer-link'
import { TimeLeft } from '../bookings/TimeLeft'
import { Total } from '../bookings/Total'
import type { Answered } from '../bookings/use-asking'
import {
  endedForWords,
  howToPay,
  lapsedWords,
  offerEnd,
  offerWords,
  untilWhenFree,
  waitingWords,
  words,
  youHave,
} from '../bookings/words'
import { paths } from '../paths'
import { place, when, zoneWords } from '../sessions/words'
import { ButtonLink } from '../ui/Button'
import { clock, readersZone } from '../ui/times'
import { useMe } from '../users/me'
import { LinkPage } from './LinkPage'

/**
 * Where the letter of an offer leads, for who is signed in and who is not. Mail programs open links
 * by themselves, so nothing is answered but by its two buttons.
 */
export default function Offer(props: RouteSectionProps) {
  const location = useLocation()
  const token = () => location.hash.slice(1)
  const [answered, setAnswered] = createSignal<Answered>()
  const [hasEnded, setHasEnded] = createSignal(false)
  const me = useMe()
  const looked = createAsync(() => lookAtOffer(Number(props.params.id), token()))
  const booking = () => {
    const found = looked()
    return answered()?.booking ?? (found?.kind === 'booking' ? found.booking : undefined)
  }
  const is = (status: MyBooking['booking_status']) =>
    booking()?.booking_status === status ? booking() : undefined
  const ended = () => {
    const offer = is('offered')
    if (offer && hasEnded()) return lapsedWords(offerEnd(offer), goesTo(offer))
    const found = looked()
    if (found?.kind !== 'ended') return undefined
    const end = endIn(token())
    const at = end && clock(end, readersZone())
    return found.isTaken === null ? endedForWords(at) : lapsedWords(at, 'gone')
  }
  return (
    <Switch>
      <Match when={looked()?.kind === 'nobody'}>
        <LinkPage title={words.offerUnknown} says={words.offerUnknownMeans}>
          <ButtonLink href={paths.signIn(location.pathname)}>{words.signIn}</ButtonLink>
        </LinkPage>
      </Match>
      <Match when={looked()?.kind === 'unknown'}>
        <LinkPage title={words.offerLinkBroken} says={words.offerLinkBrokenMeans}>
          <Show
            when={me.latest}
            fallback={
              <ButtonLink href={paths.signIn(paths.yourSeats())}>{words.signIn}</ButtonLink>
            }
          >
            <ButtonLink href={paths.yourSeats()}>{words.yourSeats}</ButtonLink>
          </Show>
        </LinkPage>
      </Match>
      <Match when={ended()}>
        {(says) => (
          <LinkPage title={words.offerEnded} says={says()}>
            <ButtonLink href={paths.yourSeats()}>{words.yourSeats}</ButtonLink>
          </LinkPage>
        )}
      </Match>
      <Match when={is('offered')}>
        {(offer) => (
          <LinkPage title={offer().session.title} says={offerWords(offer())}>
            <div class="stack">
              <div class="quiet">
                <Show when={offer().expires_at}>
                  {(until) => (
                    <TimeLeft until={until()} now={Date.now()} onEnd={() => setHasEnded(true)} />
                  )}
                </Show>
              </div>
              <What booking={offer()} />
              <AnswerOffer
                booking={offer()}
                token={token() || undefined}
                onAnswered={setAnswered}
              />
            </div>
          </LinkPage>
        )}
      </Match>
      <Match when={is('confirmed')}>
        {(seat) => (
          <LinkPage
            title={youHave(seat().party_size, seat().session.session_type)}
            says={seat().session.title}
          >
            <div class="stack">
              <What booking={seat()} />
              <p>
                <ButtonLink href={paths.yourSeats()}>{words.yourSeats}</ButtonLink>
              </p>
            </div>
          </LinkPage>
        )}
      </Match>
      <Match when={is('waitlisted')}>
        {(waiting) => (
          <LinkPage
            title={waitingWords(waiting().position, waiting().session.waiting)}
            says={words.offerPassed}
          >
            <ButtonLink href={paths.session(waiting().session.id)}>{words.toSession}</ButtonLink>
          </LinkPage>
        )}
      </Match>
      <Match when={answered()}>
        {(last) => (
          <LinkPage title={words.passedOn} says={last().message}>
            <ButtonLink href={paths.session(last().booking.session.id)}>
              {words.toSession}
            </ButtonLink>
          </LinkPage>
        )}
      </Match>
    </Switch>
  )
}

/** What is offered, as far as one must know it to take it. */
function What(props: { booking: MyBooking }) {
  const session = () => props.booking.session
  const where = () => place({ ...session(), is_online: session().online_url !== null })
  return (
    <div class="offer-what">
      <p>{when(session())}</p>
      <p class="quiet">{zoneWords(session(), readersZone())}</p>
      <Show when={where()}>{(it) => <p>{it()}</p>}</Show>
      <Total of={props.booking} />
      <p class="small">
        <Show when={howToPay(session(), props.booking.price)}>{(how) => <>{how()} </>}</Show>
        {untilWhenFree(session(), Date.now())}
      </p>
    </div>
  )
}
