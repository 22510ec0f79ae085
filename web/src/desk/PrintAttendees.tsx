import { Button } from '../ui/Button'
import { words } from './people-words'
import './people-print.css'

/** The list on paper, for a door without a screen: names, parties, notes and a box to tick. */
export function PrintAttendees() {
  return (
    <Button small onClick={() => print()}>
      {words.print}
    </Button>
  )
}
