import { For, Show } from 'solid-js'
import { paths } from '../paths'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { browseWords, noneWords, WIDER_WORDS } from './browse-words'
import type { Search } from './search'
import './nothing-found.css'

const NARROWING = ['on', 'hour', 'free', 'type', 'facilitator', 'q'] as const

/** Nothing that fits: which words said so, and each of them to be let go of. */
export function NothingFound(props: { search: Search; onDrop: (name: keyof Search) => void }) {
  const dropped = () => NARROWING.filter((name) => props.search[name] !== undefined)
  return (
    <Empty title={noneWords(props.search)}>
      <Show when={dropped().length > 0}>
        <ul class="nothing-found">
          <For each={dropped().length > 1 ? dropped() : []}>
            {(name) => (
              <li>
                <Button kind="text" onClick={() => props.onDrop(name)}>
                  {WIDER_WORDS[name]}
                </Button>
              </li>
            )}
          </For>
          <li>
            <a href={paths.sessions()}>{browseWords.showEverything}</a>
          </li>
        </ul>
      </Show>
    </Empty>
  )
}
