import { useNavigate, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { createEditor, type Intent } from '../../desk/editor'
import { words as editorWords } from '../../desk/editor-words'
import { createDeskAsync, deskSessions } from '../../desk/queries'
import { refreshDesk } from '../../desk/refresh'
import { SessionEditor } from '../../desk/SessionEditor'
import { createSession } from '../../desk/save'
import { blankForm, type SessionForm } from '../../desk/session-form'
import { words as starterWords } from '../../desk/starter-words'
import { type Starter, starterForm, starterIn } from '../../desk/starters'
import { words } from '../../desk/words'
import { paths } from '../../paths'
import { useSite } from '../../site/site'
import { Button } from '../../ui/Button'
import { say } from '../../ui/Say'
import { readersZone } from '../../ui/times'
import { useMe } from '../../users/me'
import { Page } from '../Page'

/** An empty form, or one that is filled in but for its date: `?starter=weekly-class`. */
export default function NewSession() {
  const site = useSite()
  const [search] = useSearchParams<{ starter?: string }>()
  const starter = () => starterIn(search.starter)
  const name = (): Starter | 'new' => starter() ?? 'new'
  const mine = createDeskAsync(() => deskSessions('all', 1))
  return (
    <Page title={words.newSession} class="desk-page">
      <div class="desk-head">
        <div>
          <h1>{words.newSession}</h1>
          <Show when={starter()}>{(one) => <p class="quiet">{starterWords.hint[one()]}</p>}</Show>
        </div>
      </div>
      {/* Each waited for on its own: behind an && the second is not asked for in time on the way here. */}
      <Show when={mine()}>
        {(sessions) => (
          <Show when={site() !== undefined && name()} keyed>
            {(one) => (
              <NewSessionForm
                name={one}
                saved={formFor(one, zoneOfLast(sessions().items) ?? readersZone())}
                currency={site()?.currency ?? 'EUR'}
              />
            )}
          </Show>
        )}
      </Show>
    </Page>
  )
}

const formFor = (name: Starter | 'new', zone: string) =>
  name === 'new' ? blankForm(zone) : starterForm(name, zone)

function NewSessionForm(props: { name: string; saved: SessionForm; currency: string }) {
  const me = useMe()
  const navigate = useNavigate()
  const whyNot = () => (me()?.facilitator?.approved === false ? words.pending : undefined)

  const save = async (form: SessionForm, intent: Intent, key: string) => {
    const id = await createSession(form, intent === 'publish' ? 'active' : 'draft', key)
    say(intent === 'publish' ? words.published : editorWords.savedDraft)
    await refreshDesk()
    navigate(paths.deskSession(id))
  }
  const editor = createEditor({
    name: props.name,
    saved: props.saved,
    currency: props.currency,
    save,
  })

  return (
    <SessionEditor editor={editor}>
      <div class="editor-actions">
        <Button type="submit" value="draft" busy={editor.busy() === 'draft'}>
          {editorWords.saveDraft}
        </Button>
        <Button
          kind="main"
          type="submit"
          value="publish"
          busy={editor.busy() === 'publish'}
          because={whyNot()}
        >
          {words.publish}
        </Button>
      </div>
    </SessionEditor>
  )
}

/** Where she worked last she probably works again. */
function zoneOfLast(sessions: { created_at: string; time_zone: string }[]): string | undefined {
  const [last] = [...sessions].sort((a, b) => b.created_at.localeCompare(a.created_at))
  return last?.time_zone
}
