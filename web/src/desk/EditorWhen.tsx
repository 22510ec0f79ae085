import { createMemo, For, Show } from 'solid-js'
import { Select } from '../ui/Field'
import { EditorField } from './EditorField'
import { useEditor } from './editor'
import { endsAt, labels, oddityWords } from './editor-words'
import { createOverlaps, type Span } from './overlaps'
import { LENGTHS_MIN, MOST, timesOf } from './session-form'
import { overlapWords } from './words'

const ZONES = Intl.supportedValuesOf('timeZone')

/** When it is, as the clocks of its place show it. */
export function EditorWhen() {
  const editor = useEditor()
  const times = createMemo(() => timesOf(editor.form))
  const overlaps = createOverlaps(() => spanOf(times()), editor.session?.id)
  return (
    <fieldset class="editor-part">
      <legend>{labels.when}</legend>
      <div class="editor-row">
        <EditorField name="date" label={dateLabel(editor.form.session_type)} type="date" required />
        <EditorField name="start" label={labels.start} type="time" required />
        <Show when={editor.form.session_type === 'session'} fallback={<RetreatEnd />}>
          <SessionLength />
        </Show>
      </div>
      <div class="editor-says" aria-live="polite">
        <For each={[times().start, times().end]}>
          {(moment) => (
            <Show when={moment?.oddity}>
              {(oddity) => <p>{oddityWords(oddity(), editor.form.time_zone)}</p>}
            </Show>
          )}
        </For>
        <For each={overlaps()}>{(other) => <p class="editor-warns">{overlapWords(other)}</p>}</For>
        <Show when={editor.form.session_type === 'session' && times()}>
          {(both) => (
            <Show when={both().start && both().end}>
              <p class="quiet">{endWords(both())}</p>
            </Show>
          )}
        </Show>
      </div>
      <EditorField
        name="time_zone"
        label={labels.zone}
        hint={labels.zoneHint}
        list="time-zones"
        autocomplete="off"
        spellcheck={false}
        required
        missing={labels.zoneNeeded}
      />
      <datalist id="time-zones">
        <For each={ZONES}>{(zone) => <option value={zone} />}</For>
      </datalist>
    </fieldset>
  )
}

function SessionLength() {
  const editor = useEditor()
  return (
    <>
      <Select
        label={labels.length}
        name="length"
        value={editor.form.length}
        error={editor.problemAt('length')}
        onChange={(event) => editor.set('length', event.currentTarget.value)}
      >
        <For each={LENGTHS_MIN}>
          {(minutes) => (
            <option value={minutes} selected={editor.form.length === String(minutes)}>
              {labels.minutes(minutes)}
            </option>
          )}
        </For>
        <option value="other" selected={editor.form.length === 'other'}>
          {labels.other}
        </option>
      </Select>
      <Show when={editor.form.length === 'other'}>
        <EditorField
          name="other_minutes"
          label={labels.otherMinutes}
          type="number"
          inputmode="numeric"
          min={1}
          max={MOST.minutes}
          required
        />
      </Show>
    </>
  )
}

function RetreatEnd() {
  const editor = useEditor()
  return (
    <>
      <EditorField
        name="last_day"
        label={labels.lastDay}
        type="date"
        min={editor.form.date}
        required
      />
      <EditorField name="end" label={labels.end} type="time" required />
    </>
  )
}

const dateLabel = (kind: 'session' | 'retreat') =>
  kind === 'retreat' ? labels.firstDay : labels.date

/** Once both are typed, and in their order. */
function spanOf({ start, end }: ReturnType<typeof timesOf>): Span | undefined {
  const isWhole = start && end && Date.parse(end.instant) > Date.parse(start.instant)
  return isWhole ? { start_time: start.instant, end_time: end.instant } : undefined
}

function endWords({ start, end }: ReturnType<typeof timesOf>): string {
  return start && end ? endsAt(start.clock, end.clock) : ''
}
