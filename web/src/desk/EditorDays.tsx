import { Index, Show } from 'solid-js'
import type { RetreatDay } from '../../../worker/db/schema'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { createUndo, UndoLine } from '../ui/Undo'
import { useEditor } from './editor'
import { labels } from './editor-words'
import { MOST } from './session-form'
import { datesBetween } from './wall-time'

/** The programme of a retreat, day by day. */
export function EditorDays() {
  const editor = useEditor()
  const dates = () => datesBetween(editor.form.date, editor.form.last_day, MOST.days)
  const unused = () => dates().filter((date) => !editor.form.days.some((day) => day.date === date))

  const whyNot = () => (dates().length === 0 ? labels.datesFirst : undefined)

  const add = () =>
    editor.set('days', [
      ...editor.form.days,
      { date: unused()[0] ?? editor.form.date, title: '', text: '' },
    ])
  const undo = createUndo()
  const remove = (at: number) => {
    const days = editor.form.days.map((day) => ({ ...day }))
    const [removed] = days.splice(at, 1)
    editor.set('days', days)
    undo.clear()
    if (removed && (removed.title || removed.text)) {
      undo.offer({ said: labels.dayRemoved(at + 1), undo: () => putBack(at, removed) })
    }
  }
  const putBack = async (at: number, day: RetreatDay) => {
    const days = editor.form.days.map((other) => ({ ...other }))
    days.splice(at, 0, day)
    editor.set('days', days)
    return {}
  }

  const write = (at: number, part: keyof RetreatDay, text: string) =>
    editor.change((set) => set('days', at, part, text))

  return (
    <fieldset class="editor-part">
      <legend>{labels.days}</legend>
      <Index each={editor.form.days}>
        {(day, at) => (
          <fieldset class="editor-day">
            <legend class="hidden-visually">{labels.day(at + 1)}</legend>
            <div class="editor-row day">
              <TextField
                label={labels.date}
                type="date"
                min={editor.form.date}
                max={editor.form.last_day}
                required
                value={day().date}
                error={editor.problemAt(`days.${at}.date`)}
                onInput={(event) => write(at, 'date', event.currentTarget.value)}
              />
              <TextField
                label={labels.dayTitle}
                maxlength={MOST.dayTitle}
                required
                missing={labels.dayTitleNeeded}
                value={day().title}
                error={editor.problemAt(`days.${at}.title`)}
                onInput={(event) => write(at, 'title', event.currentTarget.value)}
              />
            </div>
            <TextArea
              label={labels.dayText}
              maxlength={MOST.dayText}
              value={day().text}
              error={editor.problemAt(`days.${at}.text`)}
              onInput={(event) => write(at, 'text', event.currentTarget.value)}
            />
            <Button kind="text" onClick={() => remove(at)}>
              {labels.removeDay}
            </Button>
          </fieldset>
        )}
      </Index>
      <UndoLine of={undo} after={editor.form.days.length} />
      <Show when={editor.form.days.length < MOST.days}>
        <p>
          <Button small because={whyNot()} onClick={add}>
            {labels.addDay}
          </Button>
        </p>
      </Show>
    </fieldset>
  )
}
