/** The Worker as tests run it, with the race's control beside it. Faults are laid on here, never in the product. */
export { BookingDesk, default, FacilitatorInbox } from '../index'
export { AwaitingDesk } from './awaiting-desk'
