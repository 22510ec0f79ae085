import { clock, day, type Instant, span } from './times'

const iso = (at: Instant) => new Date(at).toISOString()

/** "18:30", machine-readable too. */
export function Clock(props: { at: Instant; zone: string }) {
  return <time datetime={iso(props.at)}>{clock(props.at, props.zone)}</time>
}

/** "Thursday 14 May" */
export function Day(props: { at: Instant; zone: string }) {
  return <time datetime={iso(props.at)}>{day(props.at, props.zone)}</time>
}

/** "18:30 to 19:45" */
export function Span(props: { start: Instant; end: Instant; zone: string }) {
  return <time datetime={iso(props.start)}>{span(props.start, props.end, props.zone)}</time>
}
