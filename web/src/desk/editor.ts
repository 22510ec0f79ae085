import { revalidate } from '@solidjs/router'
import { createContext, createEffect, createSignal, on, useContext } from 'solid-js'
import { createStore, type SetStoreFunction, unwrap } from 'solid-js/store'
import { Refusal } from '../refusal'
import { me, useMe } from '../users/me'
import { editorMemory } from './editor-memory'
import { withFirstDay } from './retreat-dates'
import { fieldOf, type Problem, problemsOf, type SessionForm } from './session-form'
import { words } from './words'

export type Intent = 'draft' | 'publish' | 'save'

type EditorStart = {
  /** `new`, or the session's id: what is kept of one never lands in another. */
  name: string
  saved: SessionForm
  currency: string
  /** What is known of one that is saved: its seats may be booked already. */
  session?: { id: number; taken: number }
  save: (form: SessionForm, intent: Intent, key: string) => Promise<void>
}

/**
 * A form that loses nothing: what is typed survives a reload, a sign-in that has run out and every
 * refusal. Its key goes along with each try, so that an answer nobody heard makes nothing twice.
 */
export function createEditor({ name, saved, currency, session, save }: EditorStart) {
  const memory = editorMemory(name, saved)
  const kept = memory.recall()
  let key = kept?.key ?? crypto.randomUUID()
  const [form, setForm] = createStore<SessionForm>(structuredClone(kept?.form ?? saved))
  const [wasKept, setWasKept] = createSignal(kept !== null)
  const [problems, setProblems] = createSignal<Problem[]>([])
  const [refusal, setRefusal] = createSignal<string>()
  const [busy, setBusy] = createSignal<Intent>()
  const [waiting, setWaiting] = createSignal<Intent>()
  const keep = () => memory.keep({ form: unwrap(form), key })

  /** Changes the form as a store is changed, and keeps it. */
  function change(apply: (setForm: SetStoreFunction<SessionForm>) => void) {
    apply(setForm)
    keep()
  }

  async function submit(intent: Intent) {
    if (busy()) return
    setRefusal(undefined)
    setProblems(problemsOf(form))
    if (problems().length > 0) return
    setBusy(intent)
    keep()
    try {
      await save(structuredClone(unwrap(form)), intent, key)
      memory.clear()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      take(error, intent)
    } finally {
      setBusy(undefined)
    }
  }

  function take(refused: Refusal, intent: Intent) {
    if (refused.status === 401) {
      setWaiting(intent)
      setRefusal(words.signInAgainWhy)
      void revalidate(me.key)
      return
    }
    if (!refused.isDefinite) return setRefusal(words.couldNotTell)
    // This key has had its answer; the next try is another.
    key = crypto.randomUUID()
    keep()
    setProblems(
      refused.details.map(({ path, message }) => ({ path: fieldOf(path, form), message })),
    )
    if (refused.details.length === 0) setRefusal(refused.message)
  }

  const signedIn = useMe()
  createEffect(
    on(signedIn, (user, before) => {
      const intent = waiting()
      if (!intent || !user || before) return
      setWaiting(undefined)
      void submit(intent)
    }),
  )

  return {
    form,
    set: <Name extends keyof SessionForm>(name: Name, value: SessionForm[Name]) =>
      change((set) => {
        if (name === 'date') set(withFirstDay(unwrap(form), String(value)))
        else set(name, () => value)
      }),
    change,
    currency,
    session,
    submit,
    busy,
    refusal,
    wasKept,
    problems,
    problemAt: (path: string) => problems().find((problem) => problem.path === path)?.message,
    /** Answers what brings it all back. */
    discard() {
      const [typed, triedWith] = [structuredClone(unwrap(form)), key]
      memory.clear()
      key = crypto.randomUUID()
      setForm(structuredClone(saved))
      setProblems([])
      setRefusal(undefined)
      setWasKept(false)
      return () => {
        // Also the key: it may have been sent with an answer that nobody heard.
        key = triedWith
        change((set) => set(typed))
        setWasKept(true)
      }
    },
  }
}

export type Editor = ReturnType<typeof createEditor>

export const EditorContext = createContext<Editor>()

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('This field belongs into an editor.')
  return editor
}
