/** The door opens twelve hours before the start; from then on a ticket lies open. */
const DOOR_OPENS_MS = 12 * 3_600_000

export function isDoorOpen(session: { start_time: string; end_time: string }, now: number) {
  return now >= Date.parse(session.start_time) - DOOR_OPENS_MS && now < Date.parse(session.end_time)
}
