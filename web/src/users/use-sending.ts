import { createSignal } from 'solid-js'
import { Refusal } from '../refusal'

/** Something sent by script: once at a time, and what was refused stands until the next try. */
export function useSending<Args extends unknown[]>(work: (...args: Args) => Promise<void>) {
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refusal>()
  const send = async (...args: Args) => {
    if (busy()) return
    setBusy(true)
    setRefusal(undefined)
    try {
      await work(...args)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, refusal }
}

/** What stands in a field of the form, by its name; "" for one that is not there. */
export type Typed = (name: string) => string

/** A form whose fields keep what was typed: nothing is emptied unless `work` empties it. */
export function useForm(work: (typed: Typed, form: HTMLFormElement) => Promise<void>) {
  const { send, busy, refusal } = useSending(work)
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    return send((name) => String(fields.get(name) ?? ''), form)
  }
  return { submit, busy, refusal }
}
