import { createSignal, createUniqueId, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { words } from './words'
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
  /** Draws at a width in px. */
  children: (width: number) => JSX.Element
}) {
  const id = createUniqueId()
  const [width, setWidth] = createSignal(0)
  let frame: HTMLDivElement | undefined
  onMount(() => {
    const seen = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0)),
    )
    if (frame) seen.observe(frame)
    onCleanup(() => seen.disconnect())
  })
  return (
    <section class="plot" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p class="quiet">{props.says}</p>
      <div class="plot-frame" ref={frame}>
        <Show when={width() > 0}>{props.children(width())}</Show>
      </div>
      <Show when={props.legend}>
        <p class="small plot-reading" aria-hidden="true">
          {props.reading ?? props.legend}
        </p>
      </Show>
      <details>
        <summary>
          {words.asTable}
          <span class="hidden-visually">: {props.title}</span>
        </summary>
        <PlotTable label={props.title} {...props.table} />
      </details>
    </section>
  )
}

function PlotTable(props: Cells & { label: string }) {
  return (
    <div class="plot-scroll">
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
    </div>
  )
}
