/** What a desk notes of its waiting list, in the order in which it can happen to somebody. */
export const DECISIONS = [
  'joined',
  'offered',
  'passed_over',
  'held_up',
  'accepted',
  'declined',
  'lapsed',
  'booked',
  'left',
  'returned',
  'removed',
  'outgrown',
  'list_ended',
  'closed',
] as const
