import { Show } from 'solid-js'
import { useSite } from '../site/site'

/** Whom to write to, where the site says. */
export function Contact() {
  const site = useSite()
  return (
    <Show when={site.latest?.contact_email}>
      {(email) => (
        <p>
          <a href={`mailto:${email()}`}>{email()}</a>
        </p>
      )}
    </Show>
  )
}
