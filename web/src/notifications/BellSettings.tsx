import { Show } from 'solid-js'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { bellSettings, changeBell } from './bell-settings'
import { playTones } from './tones'
import { words } from './words'
import './bell-settings.css'

/** Whether new bookings sound in this browser, how loud, and when not. */
export function BellSettings() {
  const allow = (on: boolean) => {
    changeBell({ on })
    if (on) void playTones(bellSettings().volume)
  }
  return (
    <section class="bell" aria-labelledby="bell">
      <h2 id="bell">{words.sound}</h2>
      <label class="bell-on">
        <input
          type="checkbox"
          checked={bellSettings().on}
          onChange={(event) => allow(event.currentTarget.checked)}
        />
        <span>{words.soundOn}</span>
      </label>
      <p class="small">{words.soundHint}</p>
      <Show when={bellSettings().on}>
        <div class="bell-volume">
          <label for="bell-volume">{words.volume}</label>
          <input
            id="bell-volume"
            type="range"
            min="0"
            max="1"
            step="0.05"
            value={bellSettings().volume}
            onInput={(event) => changeBell({ volume: Number(event.currentTarget.value) })}
          />
          <Button kind="text" onClick={() => void playTones(bellSettings().volume)}>
            {words.hear}
          </Button>
        </div>
        <div class="bell-quiet">
          <TextField
            label={words.quietFrom}
            type="time"
            value={bellSettings().quietFrom}
            onChange={(event) => changeBell({ quietFrom: event.currentTarget.value })}
          />
          <TextField
            label={words.quietUntil}
            type="time"
            value={bellSettings().quietUntil}
            onChange={(event) => changeBell({ quietUntil: event.currentTarget.value })}
          />
        </div>
        <p class="small">{words.quietHint}</p>
      </Show>
    </section>
  )
}
