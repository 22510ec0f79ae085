import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { createEditor, type Intent } from '../../desk/editor'
import { createDeskAsync, deskSessions } from '../../desk/queries'
import { refreshDesk } from '../../desk/refresh'
import { SessionEditor } from '../../desk/SessionEditor'
import { createSession } from '../../desk/save'
import { blankForm, type SessionForm } from '../../desk/session-form'
import { words } from '../../desk/words'
import { paths } from '../../paths'
import { useSite } from '../../site/site'
import { Button } from '../../ui/Button'
import { say } from '../../ui/Say'
import { readersZone } from '../../ui/times'
import { useMe } from '../../users/me'
import { Page } from '../Page'

export default function NewSession() {
  const site = useSite()
  const mine = createDeskAsync(() => deskSessions('all', 1))
  return (
    <Page title={words.newSession} class="desk-page">
      <div class="desk-head">
        <h1>{words.newSession}</h1>
      </div>
      <Show when={site() && mine()}>
        {(sessions) => (
          <NewSessionForm
            zone={zoneOfLast(sessions().items) ?? readersZone()}
            currency={site()?.currency ?? 'EUR'}
          />
        )}
      </Show>
    </Page>
  )
}

function NewSessionForm(props: { zone: string; currency: string }) {
  const me = useMe()
  const navigate = useNavigate()
  const whyNot = () => (me()?.facilitator?.approved === false ? words.pending : undefined)

  const save = async (form: SessionForm, intent: Intent, key: string) => {
    const id = await createSession(form, intent === 'publish' ? 'active' : 'draft', key)
    say(intent === 'publish' ? words.published : words.savedDraft)
    await refreshDesk()
    navigate(paths.deskSession(id))
  }
  const editor = createEditor({
    name: 'new',
    saved: blankForm(props.zone),
    currency: props.currency,
    save,
  })

  return (
    <SessionEditor editor={editor}>
      <div class="editor-actions">
        <Button type="submit" value="draft" busy={editor.busy() === 'draft'}>
          {words.saveDraft}
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
