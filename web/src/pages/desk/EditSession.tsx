import { useNavigate, useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { createEditor, type Intent } from '../../desk/editor'
import { changeConsequence, words as editorWords } from '../../desk/editor-words'
import { createDeskAsync, type DeskSession, deskSession } from '../../desk/queries'
import { refreshDesk } from '../../desk/refresh'
import { SessionEditor } from '../../desk/SessionEditor'
import { amendSession } from '../../desk/save'
import { formOf, type SessionForm } from '../../desk/session-form'
import { canEdit } from '../../desk/status'
import { words } from '../../desk/words'
import { paths } from '../../paths'
import { useSite } from '../../site/site'
import { Button, ButtonLink } from '../../ui/Button'
import { say } from '../../ui/Say'
import { useMe } from '../../users/me'
import { Page } from '../Page'

export default function EditSession() {
  const params = useParams<{ id: string }>()
  const session = createDeskAsync(() => deskSession(Number(params.id)))
  return (
    <Show when={session()}>
      {(found) => (
        <Page title={`${words.edit} ${found().title}`} class="desk-page">
          <div class="desk-head">
            <h1>{found().title}</h1>
            <Show when={canEdit(found(), Date.now())}>
              <a href={paths.deskSession(found().id)}>{words.attendees}</a>
            </Show>
          </div>
          <Switch fallback={<Fixed session={found()} />}>
            <Match when={canEdit(found(), Date.now())}>
              <EditSessionForm session={found()} />
            </Match>
          </Switch>
        </Page>
      )}
    </Show>
  )
}

function EditSessionForm(props: { session: DeskSession }) {
  const site = useSite()
  const me = useMe()
  const navigate = useNavigate()
  const isDraft = () => props.session.status === 'draft'
  const whyNot = () => (me()?.facilitator?.approved === false ? words.pending : undefined)

  const save = async (form: SessionForm, intent: Intent) => {
    const { id } = props.session
    const warnings = await amendSession(id, form, intent === 'publish')
    const done =
      intent === 'publish'
        ? words.published
        : isDraft()
          ? editorWords.savedDraft
          : editorWords.saved
    say([done, ...warnings].join(' '))
    await refreshDesk()
    navigate(paths.deskSession(id))
  }
  const editor = createEditor({
    name: String(props.session.id),
    saved: formOf(props.session),
    currency: props.session.currency,
    session: props.session,
    save,
  })

  return (
    <SessionEditor editor={editor}>
      <Show when={!isDraft()}>
        <p class="quiet">{changeConsequence(props.session, site.latest?.mail === true)}</p>
      </Show>
      <div class="editor-actions">
        <Show
          when={isDraft()}
          fallback={
            <Button kind="main" type="submit" value="save" busy={editor.busy() === 'save'}>
              {editorWords.save}
            </Button>
          }
        >
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
        </Show>
      </div>
    </SessionEditor>
  )
}

/** What is over or cancelled stays as it was. */
function Fixed(props: { session: DeskSession }) {
  return (
    <>
      <p class="lede">
        {props.session.status === 'cancelled' ? editorWords.fixedCancelled : words.isPast}
      </p>
      <p class="session-actions">
        <ButtonLink href={paths.deskSession(props.session.id)}>{words.attendees}</ButtonLink>
        <ButtonLink href={paths.deskNewSession}>{words.newSession}</ButtonLink>
      </p>
    </>
  )
}
