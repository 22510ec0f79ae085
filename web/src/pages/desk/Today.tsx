import { createMemo, Show } from 'solid-js'
import { NeedsYou } from '../../desk/NeedsYou'
import { createDeskAsync, deskSessions } from '../../desk/queries'
import { SessionTable } from '../../desk/SessionTable'
import { NothingPlanned } from '../../desk/Starters'
import { isToday } from '../../desk/status'
import { TodayBands } from '../../desk/TodayBands'
import { headline, nextSentence, words } from '../../desk/words'
import { NoticeTray } from '../../notifications/NoticeTray'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { createNow } from '../../ui/now'
import { useMe } from '../../users/me'
import { Page } from '../Page'

/** A table longer than this is a page of its own: Sessions. */
const COMING_SHOWN = 20

export default function Today() {
  const me = useMe()
  const now = createNow()
  const coming = createDeskAsync(() => deskSessions('coming', 1))
  const sessions = () => coming()?.items ?? []
  const today = createMemo(() => sessions().filter((session) => isToday(session, now())))
  const later = createMemo(() => sessions().filter((session) => !isToday(session, now())))

  return (
    <Page title={words.today} class="desk-page">
      <div class="desk-columns">
        <div>
          <div class="desk-head">
            <div>
              <h1>{headline(today())}</h1>
              <Show when={today().length === 0 && later()[0]}>
                {(next) => <p class="quiet">{nextSentence(next())}</p>}
              </Show>
            </div>
            <ButtonLink small href={paths.deskNewSession}>
              {words.newSession}
            </ButtonLink>
          </div>
          <Show when={me() && !me()?.facilitator?.approved}>
            <p class="desk-pending">{words.pending}</p>
          </Show>
          <TodayBands sessions={today()} />
          <NeedsYou sessions={sessions()} />
          <section class="desk-section" aria-labelledby="coming">
            <h2 id="coming">Coming sessions</h2>
            <Show when={coming() && sessions().length === 0}>
              <NothingPlanned />
            </Show>
            <Show when={sessions().length > 0}>
              <Show
                when={later().length > 0}
                fallback={<p class="quiet">Nothing is planned after today.</p>}
              >
                <SessionTable
                  label="Coming sessions"
                  sessions={later().slice(0, COMING_SHOWN)}
                  now={now()}
                />
              </Show>
              <Show when={later().length > COMING_SHOWN || coming()?.hasMore}>
                <p class="desk-more">
                  <a href={paths.deskSessions()}>All coming sessions</a>
                </p>
              </Show>
            </Show>
          </section>
        </div>
        <NoticeTray />
      </div>
    </Page>
  )
}
