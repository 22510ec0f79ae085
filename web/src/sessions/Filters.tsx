import { For, Show } from 'solid-js'
import { Select, TextField } from '../ui/Field'
import { dayKey, readersZone } from '../ui/times'
import { browseWords, ORDER_WORDS } from './browse-words'
import { FindField } from './FindField'
import { HourStrip } from './HourStrip'
import { ORDERS, type Order, type Search } from './search'
import './filters.css'

/** What is asked otherwise now; undefined lets go of it. */
export type Change = { [Name in keyof Search | 'sort']?: string | undefined }

/** What one is looking for. Each change is passed on at once: nothing waits for a button. */
export function Filters(props: {
  search: Search
  /** In which order they come; a calendar has only one. */
  order?: Order
  onChange: (change: Change) => void
}) {
  return (
    <search class="filters">
      <FindField
        value={props.search.q ?? ''}
        onFind={(q) => props.onChange({ q: q || undefined })}
      />
      <TextField
        label={browseWords.onDay}
        type="date"
        min={dayKey(Date.now(), readersZone())}
        value={props.search.on ?? ''}
        onChange={(event) => props.onChange({ on: event.currentTarget.value || undefined })}
      />
      <HourStrip value={props.search.hour} onChoose={(hour) => props.onChange({ hour })} />
      <Select
        label={browseWords.kind}
        onChange={(event) => props.onChange({ type: kindOf(event.currentTarget.value) })}
      >
        <option value="" selected={!props.search.type}>
          {browseWords.bothKinds}
        </option>
        <option value="session" selected={props.search.type === 'session'}>
          {browseWords.sessions}
        </option>
        <option value="retreat" selected={props.search.type === 'retreat'}>
          {browseWords.retreats}
        </option>
      </Select>
      <label class="filters-check">
        <input
          type="checkbox"
          checked={props.search.free === '1'}
          onChange={(event) =>
            props.onChange({ free: event.currentTarget.checked ? '1' : undefined })
          }
        />
        <span>
          {props.search.type === 'retreat' ? browseWords.onlyFreePlaces : browseWords.onlyFree}
        </span>
      </label>
      <Show when={props.order}>
        {(order) => (
          <Select
            label={browseWords.order}
            onChange={(event) => props.onChange({ sort: event.currentTarget.value })}
          >
            <For each={ORDERS.filter((one) => one !== 'relevance' || props.search.q)}>
              {(one) => (
                <option value={one} selected={one === order()}>
                  {ORDER_WORDS[one]}
                </option>
              )}
            </For>
          </Select>
        )}
      </Show>
    </search>
  )
}

const kindOf = (value: string) => (value === 'session' || value === 'retreat' ? value : undefined)
