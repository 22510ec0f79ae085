import { CalendarFile } from './CalendarFile'
import { calendarLinks } from './calendar-links'
import { pageWords } from './page-words'
import type { SessionInFull } from './sessions'
import './add-to-calendar.css'

/** A file for any calendar, and two calendars that open with it filled in. */
export function AddToCalendar(props: { session: SessionInFull }) {
  const links = () =>
    calendarLinks(props.session, new URL(`/sessions/${props.session.id}`, location.href).href)
  return (
    <ul class="add-to-calendar" aria-label={pageWords.addToCalendar}>
      <li>
        <CalendarFile sessionId={props.session.id} label={pageWords.calendarFile} />
      </li>
      <li>
        <a href={links().google}>{pageWords.googleCalendar}</a>
      </li>
      <li>
        <a href={links().outlook}>{pageWords.outlook}</a>
      </li>
    </ul>
  )
}
