import { For, type JSX, Show } from 'solid-js'
import { paths } from '../paths'
import { money } from '../ui/numbers'
import { SeatRing } from '../ui/SeatRing'
import type { DeskSession } from './queries'
import { ringState, statusOf } from './status'
import { leftFigure, leftNoun, STATUS_WORDS, TYPE_WORDS, takenOf, whenShort } from './words'
import './session-table.css'

type SessionTableProps = {
  label: string
  sessions: DeskSession[]
  now: number
  /** What can be done with one, at the end of its row. */
  actions?: (session: DeskSession) => JSX.Element
}

export function SessionTable(props: SessionTableProps) {
  return (
    <table class="session-table" aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col">When</th>
          <th scope="col" class="number">
            Taken
          </th>
          <th scope="col" class="number">
            Left
          </th>
          <th scope="col" class="number">
            Booked value
          </th>
          <th scope="col">Status</th>
          <Show when={props.actions}>
            <th scope="col">
              <span class="hidden-visually">Actions</span>
            </th>
          </Show>
        </tr>
      </thead>
      <tbody>
        <For each={props.sessions}>
          {(session) => (
            <SessionRow session={session} now={props.now} actions={props.actions?.(session)} />
          )}
        </For>
      </tbody>
    </table>
  )
}

function SessionRow(props: { session: DeskSession; now: number; actions?: JSX.Element }) {
  const status = () => statusOf(props.session, props.now)
  const isOffered = () => status() === 'coming' || status() === 'running'
  return (
    <tr>
      <th scope="row">
        <div class="session-cell">
          <SeatRing
            capacity={props.session.capacity}
            taken={props.session.taken}
            pending={props.session.pending}
            left={props.session.available_spots}
            state={ringState(status())}
            size={40}
            silent
          />
          <span>
            <a class="session-title plain-link" href={paths.deskSession(props.session.id)}>
              {props.session.title}
            </a>
            <span class="small session-type">{TYPE_WORDS[props.session.session_type]}</span>
          </span>
        </div>
      </th>
      <td class="when-cell">
        <time datetime={props.session.start_time}>{whenShort(props.session)}</time>
      </td>
      <td class="number" data-label="Taken">
        {takenOf(props.session)}
      </td>
      <td class="number" data-label="Left">
        <Show when={isOffered()} fallback="–">
          {leftFigure(props.session)}
          <Show when={leftNoun(props.session)}>
            {(noun) => <span class="left-noun"> {noun()}</span>}
          </Show>
        </Show>
      </td>
      <td class="number" data-label="Booked value">
        {bookedValue(props.session)}
      </td>
      <td data-label="Status">
        {STATUS_WORDS[status()]}
        <Show when={props.session.cancel_reason}>
          {(reason) => <span class="small cancel-reason">“{reason()}”</span>}
        </Show>
      </td>
      <Show when={props.actions}>
        <td>
          <div class="row-actions">{props.actions}</div>
        </td>
      </Show>
    </tr>
  )
}

/** A dash where nobody pays: "Free" would read as a price. */
function bookedValue({ booked_value, currency }: DeskSession): string {
  return booked_value > 0 ? money(booked_value, currency) : '–'
}
