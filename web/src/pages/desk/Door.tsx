import { useParams } from '@solidjs/router'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { AddSomebody } from '../../desk/AddSomebody'
import { canAdd, isDoorOpen } from '../../desk/status'
import { createDoor, type Door } from '../../door/create-door'
import { DoorPerson } from '../../door/DoorPerson'
import { DoorState } from '../../door/DoorState'
import { countIn, isFound, isIn, isSeated } from '../../door/guest'
import type { DoorList } from '../../door/queries'
import { type DoorShow, inWordsOf, showWords, words } from '../../door/words'
import { paths } from '../../paths'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Waiting } from '../../ui/Empty'
import { TextField } from '../../ui/Field'
import { createNow } from '../../ui/now'
import { createUndo, UndoLine } from '../../ui/Undo'
import { signIn } from '../../users/keep-signed-in'
import { Page } from '../Page'
import '../../door/door.css'
import '../../notifications/tray.css'

/** The reader of codes is as large as the rest of this page, and not every door needs it. */
const DoorScan = lazy(() => import('../../door/DoorScan'))

/** Letting people in, on a phone: a list that also works where there is no network. */
export default function DoorPage() {
  const params = useParams<{ id: string }>()
  // Asked once: who keeps the door stays at it when a sign-in runs out meanwhile.
  const door = createDoor(signIn.personId() ?? 0, Number(params.id))
  return (
    <Show when={door.list()} fallback={<NotYet door={door} />}>
      {(list) => <AtDoor door={door} list={list()} />}
    </Show>
  )
}

function AtDoor(props: { door: Door; list: DoorList }) {
  const [typed, setTyped] = createSignal('')
  const [show, setShow] = createSignal<DoorShow>('all')
  const [isScanning, setIsScanning] = createSignal(false)
  const seated = () => props.door.guests.filter(isSeated)
  const shown = () =>
    seated()
      .filter((guest) => show() === 'all' || isIn(guest) === (show() === 'in'))
      .filter((guest) => isFound(guest, typed()))
  const { moves } = props.door
  const undo = createUndo()
  const now = createNow()
  const isOver = () => Date.parse(props.list.session.end_time) <= now()

  return (
    <Page title={`${words.door}: ${props.list.session.title}`} class="desk-page door-page">
      <div class="door-head">
        <a href={paths.deskSession(props.list.session.id)}>{props.list.session.title}</a>
        <h1 aria-live="polite">{inWordsOf(countIn(seated()), isOver())}</h1>
      </div>
      <DoorState moves={moves} hasLine={props.door.hasLine()} readAt={props.list.readAt} />
      <div class="door-tools">
        <div class="door-ways">
          <Button kind="main" aria-haspopup="dialog" onClick={() => setIsScanning(true)}>
            {words.scan}
          </Button>
          <Show when={canAdd(props.list.session, now())}>
            <AddSomebody
              session={props.list.session}
              isDoorOpen={isDoorOpen(props.list.session, now())}
              undo={undo}
              onChanged={() => void props.door.refresh()}
            />
          </Show>
        </div>
        <TextField
          label={words.find}
          type="search"
          placeholder={words.findHint}
          autocomplete="off"
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Shows show={show()} isOver={isOver()} onShow={setShow} />
      </div>
      <UndoLine of={undo} />
      <Show
        when={shown().length > 0}
        fallback={<p class="quiet">{typed() ? words.nobodyFound : words.none[show()]}</p>}
      >
        <ul class="door-list" aria-label={words.list}>
          <For each={shown()}>
            {(guest) => (
              <DoorPerson
                guest={guest}
                type={props.list.session.session_type}
                zone={props.list.session.time_zone}
                isOver={isOver()}
                onLetIn={() => moves.letIn(guest)}
                onUndo={() => moves.undo(guest)}
              />
            )}
          </For>
        </ul>
      </Show>
      <Dialog open={isScanning()} title={words.scan} onClose={() => setIsScanning(false)}>
        <Show when={isScanning()}>
          <Suspense fallback={<p class="quiet">{words.opening}</p>}>
            <DoorScan door={props.door} onDone={() => setIsScanning(false)} />
          </Suspense>
        </Show>
      </Dialog>
    </Page>
  )
}

function Shows(props: { show: DoorShow; isOver: boolean; onShow: (show: DoorShow) => void }) {
  return (
    <fieldset class="door-shows" aria-label={words.list}>
      <For each={showWords(props.isOver)}>
        {([show, label]) => (
          <button
            type="button"
            class="door-show"
            aria-pressed={props.show === show}
            onClick={() => props.onShow(show)}
          >
            {label}
          </button>
        )}
      </For>
    </fieldset>
  )
}

/** Nothing kept on this phone, and nothing read yet. */
function NotYet(props: { door: Door }) {
  return (
    <Page title={words.door} class="desk-page door-page">
      <Show when={props.door.failure()} fallback={<Waiting />}>
        {(failure) => (
          <div class="desk-head">
            <h1>{failure().isDefinite ? words.notFound : words.needsLine}</h1>
            <Button onClick={() => props.door.refresh()}>{words.readAgain}</Button>
          </div>
        )}
      </Show>
    </Page>
  )
}
