import { createSignal, createUniqueId, For, type JSX, onCleanup, Show } from 'solid-js'
import { words } from './words'
import '../ui/disclosure.css'
import './plot.css'

export type Cells = { head: string[]; rows: (string | number)[][] }

/**
 * One drawing: what it says in a sentence, the drawing itself, what is under the finger, and the
 * same as a table. Those who listen get sentence and table; the drawing would tell them nothing more.
 */
export function Plot(props: {
  title: string
  says: string
  /** How to read it. */
  legend?: string | undefined
  /** Of the one that is pointed at. */
  reading?: string | undefined
  table: Cells
  /** Nothing to draw: the sentence says so. */
  empty?: boolean
  /** Draws at a width in px. */
  children: (width: number) => JSX.Element
}) {
  const id = createUniqueId()
  const [width, setWidth] = createSignal(0)
  const watch = (frame: HTMLDivElement) => {
    const seen = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0)),
    )
    seen.observe(frame)
    onCleanup(() => seen.disconnect())
  }
  return (
    <section class="plot" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p class="quiet">{props.says}</p>
      <Show when={!props.empty}>
        <div class="plot-frame" ref={watch}>
          <Show when={width() > 0}>{props.children(width())}</Show>
        </div>
        <Show when={props.legend}>
          <p class="small plot-reading" aria-hidden="true">
            {props.reading ?? props.legend}
          </p>
        </Show>
        <details class="disclosure">
          <summary>
            {words.asTable}
            <span class="hidden-visually">: {props.title}</span>
          </summary>
          <PlotTable label={props.title} {...props.table} />
        </details>
      </Show>
    </section>
  )
}

function PlotTable(props: Cells & { label: string }) {
  return (
    <table class="plot-table" aria-label={props.label}>
      <thead>
        <tr>
          <For each={props.head}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row[0]}</th>
              <For each={row.slice(1)}>{(cell) => <td>{cell}</td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
