import { Select, TextField } from '../ui/Field'
import { dayKey, readersZone } from '../ui/times'
import { FindField } from './FindField'
import { HourStrip } from './HourStrip'
import type { Search } from './search'
import { words } from './words'
import './filters.css'

/** What one is looking for. Each change is passed on at once: nothing waits for a button. */
export function Filters(props: {
  search: Search
  onChange: (change: { [Name in keyof Search]: Search[Name] | undefined }) => void
}) {
  return (
    <search class="filters">
      <FindField
        value={props.search.q ?? ''}
        onFind={(q) => props.onChange({ q: q || undefined })}
      />
      <TextField
        label={words.onDay}
        type="date"
        min={dayKey(Date.now(), readersZone())}
        value={props.search.on ?? ''}
        onChange={(event) => props.onChange({ on: event.currentTarget.value || undefined })}
      />
      <HourStrip value={props.search.hour} onChoose={(hour) => props.onChange({ hour })} />
      <Select
        label={words.kind}
        onChange={(event) => props.onChange({ type: kindOf(event.currentTarget.value) })}
      >
        <option value="" selected={!props.search.type}>
          {words.bothKinds}
        </option>
        <option value="session" selected={props.search.type === 'session'}>
          {words.sessions}
        </option>
        <option value="retreat" selected={props.search.type === 'retreat'}>
          {words.retreats}
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
        <span>{words.onlyFree}</span>
      </label>
    </search>
  )
}

const kindOf = (value: string) => (value === 'session' || value === 'retreat' ? value : undefined)
