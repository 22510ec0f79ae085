import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { api } from '../api'
import { paths } from '../paths'
import { Alert } from '../ui/Alert'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { DialogActions } from '../ui/Dialog'
import { DialogButton } from '../ui/DialogButton'
import { TextField } from '../ui/Field'
import { say } from '../ui/Say'
import { useMe } from '../users/me'
import { createAsk } from './ask'
import { nextWeekDate, WEEKS_MAX, wallTime } from './copy-plan'
import {
  copiedWords,
  copiesWords,
  copyStates,
  words as copyWords,
  firstCopyWords,
} from './copy-words'
import type { DeskSession } from './queries'
import { refreshDesk } from './refresh'
import { words } from './words'

/** The same session again: each week from the next on, or once at another time. */
export function DuplicateSession(props: { session: DeskSession }) {
  // Asked for with the page: a form that had to wait for it would take the page away meanwhile.
  const me = useMe()
  return (
    <DialogButton label={copyWords.duplicate} title={`Duplicate ${props.session.title}`}>
      {(close) => (
        <CopyForm
          session={props.session}
          mayPublish={me.latest?.facilitator?.approved !== false}
          onDone={close}
        />
      )}
    </DialogButton>
  )
}

function CopyForm(props: { session: DeskSession; mayPublish: boolean; onDone: () => void }) {
  const navigate = useNavigate()
  const next = nextWeekDate(props.session, Date.now())
  // Nobody gives a retreat each week.
  const [how, setHow] = createSignal<'weekly' | 'once'>(
    props.session.session_type === 'retreat' ? 'once' : 'weekly',
  )
  const [weeks, setWeeks] = createSignal(1)
  const count = () => (how() === 'weekly' ? weeks() : 1)
  const [date, setDate] = createSignal(next)
  const [time, setTime] = createSignal(wallTime(props.session))
  const [status, setStatus] = createSignal<'draft' | 'active'>('draft')

  const { ask, busy, refused, problemAt } = createAsk(async (key) => {
    const asked = how() === 'weekly' ? { weeks: weeks() } : { start_time: `${date()}T${time()}` }
    const answer = await api.sessions[':id'].duplicate.$post({
      param: { id: String(props.session.id) },
      header: { 'idempotency-key': key },
      json: { ...asked, status: status() },
    })
    const { session_ids: ids } = await answer.json()
    props.onDone()
    say(copiedWords(ids.length))
    await refreshDesk()
    const [only] = ids
    if (only !== undefined && ids.length === 1) return navigate(paths.deskSession(only))
    navigate(paths.deskSessions(status() === 'draft' ? 'drafts' : undefined))
  })

  return (
    <form class="desk-dialog" onSubmit={ask}>
      <Choice
        question={copyWords.copyWhen}
        name="how"
        answers={copyWords.copyWays}
        value={how()}
        onChoose={setHow}
      />
      <Show
        when={how() === 'weekly'}
        fallback={
          <div class="desk-dialog-row">
            <TextField
              label={copyWords.copyDate}
              type="date"
              required
              value={date()}
              error={problemAt('start_time')}
              onInput={(event) => setDate(event.currentTarget.value)}
            />
            <TextField
              label={copyWords.copyTime}
              type="time"
              required
              value={time()}
              onInput={(event) => setTime(event.currentTarget.value)}
            />
          </div>
        }
      >
        <TextField
          label={copyWords.copyWeeks}
          hint={firstCopyWords(next, weeks())}
          type="number"
          inputmode="numeric"
          min={1}
          max={WEEKS_MAX}
          required
          value={weeks()}
          error={problemAt('weeks')}
          onInput={(event) => setWeeks(event.currentTarget.valueAsNumber || 1)}
        />
      </Show>
      <Show when={props.mayPublish} fallback={<p class="quiet">{words.pending}</p>}>
        <Choice
          question={copyWords.copyAs}
          name="status"
          answers={copyStates(count())}
          value={status()}
          onChoose={setStatus}
        />
      </Show>
      <p class="quiet">{copyWords.copyLeaves}</p>
      <Alert says={refused()} />
      <DialogActions>
        <Button kind="main" type="submit" busy={busy()}>
          {copiesWords(count())}
        </Button>
        <Button onClick={props.onDone}>{words.notNow}</Button>
      </DialogActions>
    </form>
  )
}
