/** A session as a file that any calendar takes. */
export function CalendarFile(props: { sessionId: number; label: string }) {
  return (
    <a
      href={`/api/sessions/${props.sessionId}/calendar.ics`}
      download={`session-${props.sessionId}.ics`}
    >
      {props.label}
    </a>
  )
}
