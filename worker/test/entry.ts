/** The Worker as tests run it; faults are laid on here, never in the product. */
export { BookingDesk, default, FacilitatorInbox } from '../index'
