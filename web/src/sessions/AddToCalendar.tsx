import { calendarLinks } from './calendar-links'
import type { SessionInFull } from './sessions'
import { words } from './words'
import './add-to-calendar.css'

/** A file for any calendar, and two calendars that open with it filled in. */
export function AddToCalendar(props: { session: SessionInFull }) {
  const links = () =>
    calendarLinks(props.session, new URL(`/sessions/${props.session.id}`, location.href).href)
  return (
    <ul class="add-to-calendar" aria-label={words.addToCalendar}>
      <li>
        <a
          href={`/api/sessions/${props.session.id}/calendar.ics`}
          download={`session-${props.session.id}.ics`}
        >
          {words.calendarFile}
        </a>
      </li>
      <li>
        <a href={links().google}>{words.googleCalendar}</a>
      </li>
      <li>
        <a href={links().outlook}>{words.outlook}</a>
      </li>
    </ul>
  )
}
