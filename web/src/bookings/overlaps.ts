type Timed = { start_time: string; end_time: string }

/** One's other bookings at the time of a session: advice, never a refusal. */
export function overlapsOf<B extends { session: Timed & { id: number } }>(
  session: Timed & { id: number },
  bookings: B[],
): B[] {
  return bookings.filter(
    ({ session: other }) =>
      other.id !== session.id &&
      other.start_time < session.end_time &&
      session.start_time < other.end_time,
  )
}
