import { type Accessor, createMemo, For, type JSX } from 'solid-js'

type RowsProps<T> = {
  each: readonly T[] | undefined
  children: (row: Accessor<T>) => JSX.Element
}

/** A row of the same id is the same row, whatever else of it has changed. */
export function Rows<T extends { id: number }>(props: RowsProps<T>) {
  const byId = createMemo(() => new Map(props.each?.map((row) => [row.id, row])))
  return (
    <For each={[...byId().keys()]}>
      {(id) => {
        // One that has left stays what it was until it is taken away.
        const row = createMemo<T>((last) => byId().get(id) ?? (last as T))
        return props.children(row)
      }}
    </For>
  )
}
