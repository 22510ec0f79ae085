import { Show } from 'solid-js'
import { monthLater, monthName } from './month'
import './month-grid.css'

/** The name of a month, and the ways to the ones around it. Each has an address of its own. */
export function MonthNav(props: {
  month: string
  /** `2026-12-05`: its month is where one comes back to. */
  today: string
  href: (month: string) => string
  /** Nothing lies before this month. */
  earliest?: string
}) {
  const thisMonth = () => props.today.slice(0, 7)
  const hasEarlier = () => !props.earliest || props.month > props.earliest
  return (
    <nav class="month-nav" aria-label="Month">
      <h2 aria-live="polite">{monthName(props.month)}</h2>
      <div>
        <Show when={props.month !== thisMonth()}>
          <a href={props.href(thisMonth())}>This month</a>
        </Show>
        <Show when={hasEarlier()}>
          <Step to={monthLater(props.month, -1)} rel="prev" href={props.href} />
        </Show>
        <Step to={monthLater(props.month, 1)} rel="next" href={props.href} />
      </div>
    </nav>
  )
}

function Step(props: { to: string; rel: 'prev' | 'next'; href: (month: string) => string }) {
  return (
    <a class="month-step" href={props.href(props.to)} rel={props.rel}>
      <span class="hidden-visually">{monthName(props.to)}</span>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={props.rel === 'prev' ? 'M10 2.5 4.5 8l5.5 5.5' : 'M6 2.5 11.5 8 6 13.5'} />
      </svg>
    </a>
  )
}
