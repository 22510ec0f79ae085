import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { BellSettings } from '../../notifications/BellSettings'
import { type Filter, filterIn, KINDS } from '../../notifications/history'
import { NoticeHistory } from '../../notifications/NoticeHistory'
import { NoticesFilter } from '../../notifications/NoticesFilter'
import { KIND_WORDS, words } from '../../notifications/words'
import { paths } from '../../paths'
import { createNow } from '../../ui/now'
import { Tabs } from '../../ui/Tabs'
import { Page } from '../Page'

/** What happened at her sessions: `?kind=bookings|…&session=7&unread=1`; and whether it sounds. */
export default function DeskNotices() {
  const [search] = useSearchParams()
  const filter = createMemo(() => filterIn(search))
  const now = createNow()
  return (
    <Page title={words.title} class="desk-page">
      <div class="desk-head">
        <h1>{words.title}</h1>
      </div>
      <Tabs
        label={words.kinds}
        tabs={KINDS.map((kind) => ({
          href: paths.deskNotices(ofKind(filter(), kind)),
          label: KIND_WORDS[kind],
          current: kind === (filter().kind ?? 'all'),
        }))}
      />
      <div class="notices-columns">
        <div>
          <NoticesFilter filter={filter()} />
          <NoticeHistory filter={filter()} now={now()} />
        </div>
        <aside class="notices-aside">
          <BellSettings />
        </aside>
      </div>
    </Page>
  )
}

function ofKind({ kind: _, ...rest }: Filter, kind: (typeof KINDS)[number]) {
  return kind === 'all' ? rest : { ...rest, kind }
}
