import { createSignal } from 'solid-js'
import { api } from '../api'
import { Refusal } from '../refusal'
import { Button } from '../ui/Button'
import { say } from '../ui/Say'
import { saveAs } from '../ui/save-as'
import { PrintAttendees } from './PrintAttendees'
import { words } from './people-words'

/** Who booked, on paper or as a table for a spreadsheet. */
export function AttendeesFile(props: { sessionId: number }) {
  const [isBusy, setIsBusy] = createSignal(false)
  const download = async () => {
    setIsBusy(true)
    try {
      const param = { id: String(props.sessionId) }
      const answer = await api.facilitator.sessions[':id']['bookings.csv'].$get({ param })
      saveAs(`bookings-${props.sessionId}.csv`, await answer.blob())
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      say(error.message)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <>
      <PrintAttendees />
      <Button small busy={isBusy()} onClick={download}>
        {words.csv}
      </Button>
    </>
  )
}
