import { createSignal } from 'solid-js'
import { Refusal } from '../refusal'
import { words } from './words'

/**
 * What a dialog asks of the server: once at a time, under a key that is kept until there is a
 * definite answer, so that a second press makes nothing twice.
 */
export function createAsk(work: (key: string) => Promise<void>) {
  let key = crypto.randomUUID()
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refusal>()

  const ask = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    setRefusal(undefined)
    try {
      await work(key)
      key = crypto.randomUUID()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.isDefinite) key = crypto.randomUUID()
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }

  return {
    ask,
    busy,
    /** What was refused, unless a field says it. */
    refused() {
      const refused = refusal()
      if (!refused) return undefined
      if (!refused.isDefinite) return words.couldNotTell
      return refused.details.length === 0 ? refused.message : undefined
    },
    problemAt: (path: string) => refusal()?.about(path),
    /** By which the field is found that a refusal without details is about. */
    code: () => refusal()?.code,
  }
}
