import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { createDeskAsync } from '../../desk/queries'
import { words as deskWords } from '../../desk/words'
import { Bars } from '../../numbers/Bars'
import { BookingsOverTime } from '../../numbers/BookingsOverTime'
import { FillGrid } from '../../numbers/FillGrid'
import { isEmpty, LASTS, lastIn, type Statistics, statistics } from '../../numbers/queries'
import { Sums } from '../../numbers/Sums'
import { ValueOverTime } from '../../numbers/ValueOverTime'
import {
  CANCELLED_WORDS,
  cancelledWords,
  halfWords,
  LAST_WORDS,
  leadWords,
  NONE_WORDS,
  rangeWords,
  WAITED_WORDS,
  waitedWords,
  words,
} from '../../numbers/words'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Tabs } from '../../ui/Tabs'
import { Page } from '../Page'

/** Her numbers, as far back as the address says: `?last=30d|90d|12m|all`. */
export default function Numbers() {
  const [search] = useSearchParams<{ last?: string }>()
  const last = () => lastIn(search.last)
  const numbers = createDeskAsync(() => statistics(last()))
  return (
    <Page title={words.title} class="desk-page">
      <div class="desk-head">
        <h1>{words.title}</h1>
        <Show when={numbers()}>{(found) => <p class="quiet">{rangeWords(found())}</p>}</Show>
      </div>
      <Tabs
        label={words.range}
        tabs={LASTS.map((one) => ({
          href: paths.deskNumbers(one),
          label: LAST_WORDS[one],
          current: one === last(),
        }))}
      />
      <Show when={numbers()}>
        {(found) => (
          <Show when={!isEmpty(found())} fallback={<NothingYet last={last()} />}>
            <Sums of={found()} />
            <Plots of={found()} />
          </Show>
        )}
      </Show>
    </Page>
  )
}

function Plots(props: { of: Statistics }) {
  return (
    <div class="plots">
      <BookingsOverTime of={props.of} />
      <ValueOverTime of={props.of} />
      <FillGrid of={props.of} />
      <Bars
        title={words.lead}
        says={halfWords(props.of.lead_times)}
        kinds={words.early}
        rows={props.of.lead_times.map((lead) => ({ label: leadWords(lead), count: lead.bookings }))}
      />
      <Bars
        title={words.waited}
        says={waitedWords(props.of.waiting_list)}
        kinds={words.outcome}
        rows={WAITED_WORDS.map(([key, label]) => ({ label, count: props.of.waiting_list[key] }))}
      />
      <Bars
        title={words.cancelled}
        says={cancelledWords(props.of)}
        kinds={words.who}
        rows={CANCELLED_WORDS.map(([key, label]) => ({
          label,
          count: props.of.cancellations[key],
        }))}
      />
    </div>
  )
}

function NothingYet(props: { last: ReturnType<typeof lastIn> }) {
  return (
    <Empty title={NONE_WORDS[props.last]}>
      <Show
        when={props.last === 'all'}
        fallback={<ButtonLink href={paths.deskNumbers('all')}>{words.wider}</ButtonLink>}
      >
        <ButtonLink href={paths.deskNewSession}>{deskWords.newSession}</ButtonLink>
      </Show>
    </Empty>
  )
}
