import type { MyBooking } from './mine'
import { total, words } from './words'
import './booking-parts.css'

/** What the whole party pays. */
export function Total(props: { of: Pick<MyBooking, 'price' | 'party_size' | 'currency'> }) {
  return (
    <p class="booking-line booking-total">
      <span>{words.total}</span>
      <strong>{total(props.of.price, props.of.party_size, props.of.currency)}</strong>
    </p>
  )
}
