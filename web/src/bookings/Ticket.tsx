import { ErrorBoundary, lazy, Suspense } from 'solid-js'
import { words } from './words'
import './ticket.css'

const QrCode = lazy(() => import('../ui/QrCode'))

/** What opens the door: the code, and its booking's number for a camera that will not read it. */
export function Ticket(props: { ticket: string; bookingId: number }) {
  return (
    <div class="ticket">
      <div class="ticket-code">
        {/* The number alone lets somebody in as well. */}
        <ErrorBoundary fallback={null}>
          <Suspense>
            <QrCode text={props.ticket} label={words.ticketCode} />
          </Suspense>
        </ErrorBoundary>
      </div>
      <p class="ticket-number">{words.bookingNumber(props.bookingId)}</p>
      <p class="small">{words.showAtDoor}</p>
    </div>
  )
}
