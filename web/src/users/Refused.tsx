import type { Refusal } from '../refusal'
import { Alert } from '../ui/Alert'

/** What was refused, unless a field says it. */
export function Refused(props: { refusal: Refusal | undefined }) {
  return <Alert says={props.refusal?.details.length === 0 ? props.refusal.message : undefined} />
}
