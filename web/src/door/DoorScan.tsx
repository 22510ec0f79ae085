import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { Button } from '../ui/Button'
import { DialogActions } from '../ui/Dialog'
import type { Door } from './create-door'
import { onceInView } from './once-in-view'
import { scan } from './scan'
import { readTicket } from './ticket'
import { judge, type Verdict } from './verdict'
import { cameraWords, verdictWords, words } from './words'

/** Felt, not heard: a class has begun next door. */
const YES_MS = 60
const NO_MS = [90, 60, 90]

/** What the camera sees, and below it what that means. A welcome lets in at once. */
export default function DoorScan(props: { door: Door; onDone: () => void }) {
  let video: HTMLVideoElement | undefined
  let stop = () => {}
  let isGone = false
  const [isOpen, setIsOpen] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string>()
  const [verdict, setVerdict] = createSignal<Verdict>()

  const verdictOn = async (text: string): Promise<Verdict | undefined> => {
    const list = props.door.list()
    if (!list) return undefined
    const { session, keys, others } = list
    const read = await readTicket(text, keys)
    return judge(read, { sessionId: session.id, guests: unwrap(props.door.guests), others })
  }

  const onCode = async (text: string) => {
    let found = await verdictOn(text)
    if (found?.kind === 'not-on-list' && props.door.hasLine()) {
      await props.door.refresh()
      found = await verdictOn(text)
    }
    if (!found) return
    if (found.kind === 'welcome') void props.door.moves.letIn(found.guest)
    navigator.vibrate?.(found.kind === 'welcome' ? YES_MS : NO_MS)
    setVerdict(found)
  }

  onMount(async () => {
    const seen = onceInView((text) => void onCode(text), Date.now)
    try {
      if (!video) return
      stop = await scan(video, seen)
      setIsOpen(true)
    } catch (cause) {
      setTrouble(cameraWords(cause))
    }
    // Closed while the camera was still being asked for.
    if (isGone) stop()
  })
  onCleanup(() => {
    isGone = true
    stop()
  })

  return (
    <>
      <div class="scan-view" hidden={trouble() !== undefined}>
        <video ref={video} playsinline muted aria-label={words.scanning} />
      </div>
      <Show when={trouble()}>{(sentence) => <p role="alert">{sentence()}</p>}</Show>
      <div class="scan-result" role="status" aria-live="assertive" hidden={trouble() !== undefined}>
        <Show
          when={verdict()}
          fallback={<p class="scan-hint">{isOpen() ? words.scanning : words.opening}</p>}
        >
          {(found) => <Result door={props.door} verdict={found()} onChange={setVerdict} />}
        </Show>
      </div>
      <DialogActions>
        <Button onClick={props.onDone}>{words.done}</Button>
      </DialogActions>
    </>
  )
}

/** Solid is a yes, hollow is none: as the seats of a ring. */
function Result(props: {
  door: Door
  verdict: Verdict
  onChange: (verdict: Verdict | undefined) => void
}) {
  const said = () => {
    const list = props.door.list()
    const session = list?.session
    return verdictWords(props.verdict, {
      type: session?.session_type ?? 'session',
      zone: session?.time_zone ?? 'UTC',
      readAt: list?.readAt ?? 0,
    })
  }
  const undo = (verdict: Verdict) => {
    if (verdict.kind !== 'welcome') return
    void props.door.moves.undo(verdict.guest)
    props.onChange(undefined)
  }
  const letInAllTheSame = (verdict: Verdict) => {
    if (verdict.kind !== 'not-on-list') return
    const user = { name: words.somebody }
    void props.door.moves.letIn({ id: verdict.ticket.bookingId, user })
    props.onChange(undefined)
  }
  return (
    <div class="verdict" classList={{ yes: props.verdict.kind === 'welcome' }}>
      <p class="verdict-title">{said().title}</p>
      <p>{said().text}</p>
      <Show when={props.verdict.kind === 'welcome'}>
        <Button kind="text" onClick={() => undo(props.verdict)}>
          {words.undo}
        </Button>
      </Show>
      <Show when={props.verdict.kind === 'not-on-list'}>
        <Button small onClick={() => letInAllTheSame(props.verdict)}>
          {words.letInAllTheSame}
        </Button>
      </Show>
    </div>
  )
}
