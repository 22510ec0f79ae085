import { createMemo, Show } from 'solid-js'
import { HourField } from '../ui/HourField'
import { hourField } from '../ui/hour'
import { SeatRing } from '../ui/SeatRing'
import { hourAt } from '../ui/times'
import { useEditor } from './editor'
import { labels, previewPrice } from './editor-words'
import { MOST, timesOf } from './session-form'
import { whenShort } from './words'

/** The room as it will stand in a list: its light, its seats, its name. Only where there is room beside the form. */
export function EditorPreview() {
  const editor = useEditor()
  const start = createMemo(() => timesOf(editor.form).start)
  const end = createMemo(() => timesOf(editor.form).end)
  const capacity = () => Math.min(MOST.capacity, Math.max(1, Number(editor.form.capacity) || 1))
  const field = () => {
    const at = start()
    if (editor.form.session_type === 'retreat') return 'retreat'
    return at ? hourField(hourAt(at.instant, editor.form.time_zone)) : 'morning'
  }
  const when = () => {
    const at = start()
    return at
      ? whenShort({
          session_type: editor.form.session_type,
          start_time: at.instant,
          end_time: end()?.instant ?? at.instant,
          time_zone: editor.form.time_zone,
        })
      : undefined
  }
  return (
    <aside class="editor-preview" aria-hidden="true">
      <HourField field={field()} class="session-ring">
        <SeatRing capacity={capacity()} taken={0} size={232} silent />
      </HourField>
      <p class="preview-title">{editor.form.title || labels.untitled}</p>
      <Show when={when()}>{(words) => <p class="quiet">{words()}</p>}</Show>
      <p class="quiet">{previewPrice(capacity(), editor.form, editor.currency)}</p>
    </aside>
  )
}
