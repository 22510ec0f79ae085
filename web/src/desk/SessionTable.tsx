import { For, type JSX, Show } from 'solid-js'
import { paths } from '../paths'
import { money } from '../ui/numbers'
import { SeatRing } from '../ui/SeatRing'
import type { DeskSession } from './queries'
import { type DeskStatus, ringState, statusOf } from './status'
import { leftFigure, leftNoun, remarkOf, takenOf, whenShort } from './words'
import './session-table.css'

type SessionTableProps = {
  label: string
  sessions: DeskSession[]
  now: number
  /** What all of them are: not said again of each. */
  all?: DeskStatus
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
            Waiting
          </th>
          <th scope="col" class="number">
            Booked value
          </th>
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
            <SessionRow
              session={session}
              status={statusOf(session, props.now)}
              all={props.all}
              actions={props.actions?.(session)}
            />
          )}
        </For>
      </tbody>
    </table>
  )
}

function SessionRow(props: {
  session: DeskSession
  status: DeskStatus
  all?: DeskStatus
  actions?: JSX.Element
}) {
  const isOffered = () => props.status === 'coming' || props.status === 'running'
  return (
    <tr>
      <th scope="row">
        <div class="session-cell">
          <SeatRing
            capacity={props.session.capacity}
            taken={props.session.taken}
            pending={props.session.pending}
            left={props.session.available_spots}
            state={ringState(props.status)}
            size={40}
            silent
          />
          <span>
            <a class="session-title plain-link" href={paths.deskSession(props.session.id)}>
              {props.session.title}
            </a>
            <Show when={remarkOf(props.session, props.status, props.all)}>
              {(remark) => <span class="small session-remark">{remark()}</span>}
            </Show>
            <Show when={props.session.cancel_reason}>
              {(reason) => <span class="small session-remark">“{reason()}”</span>}
            </Show>
          </span>
        </div>
      </th>
      <td class="when-cell">
        <time datetime={props.session.start_time}>{whenShort(props.session)}</time>
      </td>
      <Figure>{takenOf(props.session)}</Figure>
      <Figure none={!isOffered()} noun={leftNoun(props.session)}>
        {leftFigure(props.session)}
      </Figure>
      <Figure none={props.session.waiting === 0} noun="waiting">
        {props.session.waiting.toLocaleString()}
      </Figure>
      {/* A dash where nobody pays: "Free" would read as a price. */}
      <Figure none={props.session.booked_value === 0}>
        {money(props.session.booked_value, props.session.currency)}
      </Figure>
      <Show when={props.actions}>
        <td>
          <div class="row-actions">{props.actions}</div>
        </td>
      </Show>
    </tr>
  )
}

/** Of nothing a dash, which needs its column; on a phone it is left out, and the noun stands beside. */
function Figure(props: { none?: boolean; noun?: string; children: JSX.Element }) {
  return (
    <td class="number" classList={{ none: props.none }}>
      <Show when={!props.none} fallback="–">
        {props.children}
        <Show when={props.noun}>{(noun) => <span class="figure-noun"> {noun()}</span>}</Show>
      </Show>
    </td>
  )
}
