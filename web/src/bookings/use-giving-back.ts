import { createSignal } from 'solid-js'
import { Refusal } from '../refusal'
import { say } from '../ui/Say'
import { keepUnrecorded } from './unrecorded'
import { type Answered, rereadSeats } from './use-asking'

/**
 * What frees seats: cancelling, reducing, leaving, passing on. Doing it twice does no harm, so it
 * needs no key; what came of it is told, and everything that counts is read again.
 */
export function useGivingBack(
  post: () => Promise<Answered>,
  onDone: (answered: Answered) => void = () => {},
  tell: (answered: Answered) => void = ({ message }) => say(message),
) {
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refusal>()
  const giveBack = async () => {
    if (busy()) return
    setBusy(true)
    setRefusal(undefined)
    try {
      const answered = await post()
      if (!answered.recorded) keepUnrecorded(answered.booking)
      onDone(answered)
      tell(answered)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefusal(error)
    } finally {
      setBusy(false)
    }
    await rereadSeats()
  }
  return { giveBack, busy, refusal }
}
