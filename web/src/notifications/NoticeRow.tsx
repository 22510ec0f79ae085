import { type JSX, Show } from 'solid-js'
import type { Notice } from '../../../worker/notifications/messages'
import { paths } from '../paths'
import { words } from './words'
import './tray.css'

/** One notice: read or not, what happened, and when. */
export function NoticeRow(props: { notice: Notice; onRead: () => void; children: JSX.Element }) {
  const sentence = () => aroundTitle(props.notice)
  return (
    <li class="notice" classList={{ unread: !props.notice.read }}>
      <Show when={!props.notice.read} fallback={<span />}>
        <button
          type="button"
          class="notice-dot"
          title={words.markOne}
          aria-label={`${words.markOne}: ${props.notice.message}`}
          onClick={() => props.onRead()}
        />
      </Show>
      <p>
        {sentence().before}
        <a href={paths.deskSession(props.notice.session.id)}>{props.notice.session.title}</a>
        {sentence().after}
      </p>
      <time class="small" datetime={props.notice.timestamp}>
        {props.children}
      </time>
    </li>
  )
}

/** The sentence before and after the session's title, which becomes a link; after it all, where it is not named. */
function aroundTitle({ message, session }: Notice): { before: string; after: string } {
  const at = message.indexOf(session.title)
  if (at < 0) return { before: `${message} `, after: '' }
  return { before: message.slice(0, at), after: message.slice(at + session.title.length) }
}
