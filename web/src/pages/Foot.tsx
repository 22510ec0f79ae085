import { Show } from 'solid-js'
import { paths } from '../paths'
import { useSite } from '../site/site'
import './foot.css'

/** Where everything is, whom to write to, and what the law asks for. */
export function Foot() {
  const site = useSite()
  return (
    <footer class="page">
      <div class="foot">
        <nav aria-label="Everything">
          <a href={paths.sessions()}>Sessions</a>
          <a href={paths.sessions({ type: 'retreat' })}>Retreats</a>
          <a href={paths.facilitators}>Facilitators</a>
          <a href={paths.yourSeats()}>Your seats</a>
        </nav>
        {/* All at once: what stands at the end of a line would be moved by what comes before it. */}
        <Show when={site.latest !== undefined}>
          <div class="foot-house">
            <span>{site.latest?.name ?? 'Stillpoint'}</span>
            <Show when={site.latest?.contact_email}>
              {(email) => <a href={`mailto:${email()}`}>{email()}</a>}
            </Show>
            <a href={site.latest?.privacy_url ?? paths.privacy}>Privacy</a>
            <Show when={site.latest?.imprint_url}>{(url) => <a href={url()}>Imprint</a>}</Show>
          </div>
        </Show>
      </div>
    </footer>
  )
}
