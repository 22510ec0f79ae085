import { catchError, createResource, type Resource, type Signal, untrack } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'

/**
 * What is read keeps its rows: one read again is the same row, changed, and what stands in it stays.
 * As the router's `createAsyncStore`, which lies in the file that every page waits for and brings
 * Solid's stores there; the start page does without (ui/Rows.tsx).
 */
export function createStored<T>(
  read: (last: T | undefined) => Promise<T>,
): Resource<T | undefined> {
  let stored: Resource<T | undefined> | undefined
  // After a failure there is no last answer, and asking for it throws.
  const last = () =>
    catchError(
      () => untrack(() => unwrap(stored?.latest)),
      () => undefined,
    )
  stored = createResource(
    () => read(last()),
    (reading) => reading,
    { storage: keepRows },
  )[0]
  return stored
}

function keepRows<T>(first: T): Signal<T> {
  const [kept, keep] = createStore<{ value: unknown }>({ value: first })
  const set = (next: unknown) => {
    // A resource hands over what makes its value. A copy is kept: rows are changed where they lie,
    // and what was read lies in the router's memory too.
    const value: unknown = typeof next === 'function' ? next() : next
    keep('value', reconcile(structuredClone(value)))
    return kept.value
  }
  return [() => kept.value, set] as Signal<T>
}
