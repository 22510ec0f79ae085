import { For, Show } from 'solid-js'
import { paths } from '../paths'
import { privacySections, words } from '../site/privacy-words'
import { useSite } from '../site/site'
import { Page } from './Page'
import './privacy.css'

/** What is kept of whom, as it is so of this program with this configuration. */
export default function Privacy() {
  const site = useSite()
  return (
    <Page title={words.privacy} class="page page-narrow privacy">
      <div class="page-head">
        <h1>{words.privacy}</h1>
        <p class="lede">{words.lede}</p>
      </div>
      <Show when={site()?.privacy_url}>
        {(url) => (
          <p>
            {words.elsewhere} <a href={url()}>{words.readIt}</a>
          </p>
        )}
      </Show>
      <Show when={site()}>
        {(known) => (
          <For each={privacySections(known())}>
            {(section) => (
              <section>
                <h2>{section.title}</h2>
                <For each={section.paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
              </section>
            )}
          </For>
        )}
      </Show>
      <section>
        <h2>{words.yours}</h2>
        <p>
          Under <a href={paths.account}>your account</a> you can read and change what it says, see
          where you are signed in and end that, download everything that is kept of you as one file,
          and delete it all.
          <Show when={site()?.contact_email}>
            {(email) => (
              <>
                {' '}
                For anything else write to <a href={`mailto:${email()}`}>{email()}</a>.
              </>
            )}
          </Show>{' '}
          You may also complain to the authority that looks after data protection where you live.
        </p>
      </section>
    </Page>
  )
}
