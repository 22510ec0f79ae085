import { createSignal, createUniqueId, Show } from 'solid-js'
import { paths } from '../paths'
import { place, seats, when, whereYouAre } from '../sessions/words'
import { Button } from '../ui/Button'
import { capital } from '../ui/numbers'
import { SeatRing } from '../ui/SeatRing'
import { readersZone } from '../ui/times'
import { BookingActs } from './BookingActs'
import type { MyBooking } from './mine'
import { ringOfBooking } from './my-ring'
import { Ticket } from './Ticket'
import { stateWords, words } from './words'
import './booking-row.css'

/** What can be done with a booking that is still to come. */
export type Acts = {
  onCancel: (booking: MyBooking) => void
  onReduce: (booking: MyBooking) => void
}

/** One of one's own bookings, in a list; what is to come opens its ticket and what can be done. */
export function BookingRow(props: { booking: MyBooking; now: number; acts?: Acts }) {
  const id = createUniqueId()
  const [isOpen, setIsOpen] = createSignal(false)
  const session = () => props.booking.session
  const party = () => props.booking.party_size
  const placeAndParty = () =>
    [session().place_name, party() > 1 && seats(party(), session().session_type)]
      .filter(Boolean)
      .join(', ')
  return (
    <li class="booking-row">
      <SeatRing {...ringOfBooking(props.booking, props.now)} size={52} silent />
      <div>
        <h3>
          <a class="plain-link" href={paths.session(session().id)}>
            {session().title}
          </a>
        </h3>
        <p class="small">{whenAndHere(props.booking)}</p>
        <Show when={placeAndParty()}>{(words) => <p class="small">{capital(words())}</p>}</Show>
        <Show when={stateWords(props.booking)}>{(words) => <p class="small">{words()}</p>}</Show>
      </div>
      <Show when={props.acts}>
        {(acts) => (
          <>
            <Button
              kind="text"
              class="booking-row-act"
              aria-expanded={isOpen()}
              aria-controls={id}
              onClick={() => setIsOpen((was) => !was)}
            >
              {isOpen() ? words.close : words.ticket}
              <span class="hidden-visually"> of {session().title}</span>
            </Button>
            <div class="booking-row-detail" id={id} hidden={!isOpen()}>
              <Show when={isOpen()}>
                <Show when={props.booking.ticket}>
                  {(ticket) => <Ticket ticket={ticket()} bookingId={props.booking.id} />}
                </Show>
                <BookingActs booking={props.booking} now={props.now} acts={acts()} />
              </Show>
            </div>
          </>
        )}
      </Show>
    </li>
  )
}

/** The reader's own hour, where the session's clock shows another; a retreat is a matter of days. */
export function hereOf({ session }: Pick<MyBooking, 'session'>): string | undefined {
  return session.session_type === 'session' ? whereYouAre(session, readersZone()) : undefined
}

/** "Thursday 26 November, 21:30 to 22:15, 22:30 where you are" */
export function whenAndHere(booking: Pick<MyBooking, 'session'>): string {
  return [when(booking.session), hereOf(booking)].filter(Boolean).join(', ')
}

/** Where it takes place, for whoever booked it. */
export function whereOf({ session }: MyBooking): string | undefined {
  return place({ ...session, is_online: session.online_url !== null })
}
