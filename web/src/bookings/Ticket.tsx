import { createMemo, ErrorBoundary, lazy, Suspense } from 'solid-js'
import { words } from './words'
import './ticket.css'

const QrCode = lazy(() => import('../ui/QrCode'))

/** What opens the door: the code, and its booking's number for a camera that will not read it. */
export function Ticket(props: { ticket: string; bookingId: number }) {
  // Each reading signs it anew. One code is as good as the next, and must not change before a camera.
  const ticket = createMemo<string>(
    (shown) => (saysTheSame(shown, props.ticket) ? shown : props.ticket),
    props.ticket,
  )
  return (
    <div class="ticket">
      <div class="ticket-code">
        {/* The number alone lets somebody in as well. */}
        <ErrorBoundary fallback={null}>
          <Suspense>
            <QrCode text={ticket()} label={words.ticketCode} />
          </Suspense>
        </ErrorBoundary>
      </div>
      <p class="ticket-number">{words.bookingNumber(props.bookingId)}</p>
      <p class="small">{words.showAtDoor}</p>
    </div>
  )
}

/** Two compact JWS of one header and payload, whatever their signatures. */
function saysTheSame(one: string, other: string): boolean {
  return one.slice(0, one.lastIndexOf('.')) === other.slice(0, other.lastIndexOf('.'))
}
