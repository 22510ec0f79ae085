import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { browseWords, filterWords } from './browse-words'
import { Filters } from './Filters'
import type { Search } from './search'

/** On a phone: how much is filtered, and a sheet to change it. */
export function FilterSheet(
  props: Parameters<typeof Filters>[0] & { search: Search; found: string; class?: string },
) {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <div class={props.class}>
      <Button small aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {filterWords(Object.keys(props.search).length)}
      </Button>
      <Dialog open={isOpen()} title={browseWords.filter} onClose={() => setIsOpen(false)}>
        <Show when={isOpen()}>
          {/* The focus comes in, but not into a field: that would bring up the keyboard. */}
          <div class="filters-sheet" tabindex="-1" autofocus>
            <Filters search={props.search} onChange={props.onChange} />
          </div>
          <DialogActions>
            <Button kind="main" onClick={() => setIsOpen(false)}>
              {props.found}
            </Button>
          </DialogActions>
        </Show>
      </Dialog>
    </div>
  )
}
