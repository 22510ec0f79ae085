import { createEffect, createSignal, For, Show } from 'solid-js'
import { createMoves } from '../door/create-moves'
import { createSeen } from '../door/create-seen'
import { LetInOrUndo } from '../door/DoorPerson'
import { TurnedDown } from '../door/DoorState'
import { countIn, isFound } from '../door/guest'
import { words as doorWords, inWordsOf } from '../door/words'
import { paths } from '../paths'
import { useSite } from '../site/site'
import { Button, ButtonLink } from '../ui/Button'
import { TextField } from '../ui/Field'
import { createUndo, UndoLine } from '../ui/Undo'
import { signIn } from '../users/keep-signed-in'
import { AddSomebody } from './AddSomebody'
import { AttendeeRow } from './AttendeeRow'
import { AttendeesFile } from './AttendeesFile'
import { CancelVisitor } from './CancelVisitor'
import { endedHeading, nobodyWords } from './people-words'
import type { Attendee, DeskSession } from './queries'
import { refreshDesk } from './refresh'
import { canAdd, canCancel, canCancelBooking, isDoorOpen, statusOf } from './status'
import { WriteToAttendees } from './WriteToAttendees'
import { words } from './words'
import './people.css'

/** A list shorter than this is found through by eye. */
const FIND_FROM = 8

/** Who comes, by name; below them, who does not any more, the latest first. */
export function AttendeeList(props: { session: DeskSession; bookings: Attendee[]; now: number }) {
  const site = useSite()
  const moves = createMoves(signIn.personId() ?? 0, props.session.id, () => void refreshDesk())
  createEffect(() => void moves.level(props.bookings))
  const undo = createUndo()
  const [leaving, setLeaving] = createSignal<Attendee>()
  const [typed, setTyped] = createSignal('')
  const [chosen, setChosen] = createSignal<readonly number[]>([])

  const all = createSeen(() => props.bookings, moves)
  const coming = () => byName(all.filter((one) => one.booking_status === 'confirmed'))
  const ended = () => props.bookings.filter((one) => one.booking_status === 'cancelled')
  const found = () => coming().filter((one) => isFound(one, typed()))
  const opens = () => isDoorOpen(props.session, props.now)
  const isOver = () => statusOf(props.session, props.now) === 'past'
  const chooses = () => site.latest?.mail === true && coming().length > 1
  const stillChosen = () => chosen().filter((id) => coming().some((one) => one.id === id))
  const choose = (id: number, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen(), id] : chosen().filter((other) => other !== id))

  return (
    <>
      <section class="desk-section" aria-labelledby="attendees">
        <div class="attendees-head">
          <h2 id="attendees">
            {opens() && coming().length > 0
              ? inWordsOf(countIn(coming()), isOver())
              : words.attendees}
          </h2>
          <div>
            <Show when={opens()}>
              <ButtonLink
                small
                kind={isOver() ? 'outline' : 'main'}
                href={paths.deskDoor(props.session.id)}
              >
                {isOver() ? doorWords.openAfterwards : doorWords.openDoor}
              </ButtonLink>
            </Show>
            <Show when={canAdd(props.session, props.now)}>
              <AddSomebody session={props.session} isDoorOpen={opens()} undo={undo} />
            </Show>
            <Show when={coming().length > 0}>
              <WriteToAttendees session={props.session} to={stillChosen()} undo={undo} />
            </Show>
            <Show when={props.bookings.length > 0}>
              <AttendeesFile sessionId={props.session.id} />
            </Show>
          </div>
        </div>
        <UndoLine of={undo} />
        <TurnedDown moves={moves} />
        <Show when={coming().length >= FIND_FROM}>
          <div class="attendees-find">
            <TextField
              label={doorWords.find}
              type="search"
              placeholder={doorWords.findHint}
              autocomplete="off"
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
        </Show>
        <Show
          when={coming().length > 0}
          fallback={
            <p class="quiet">{nobodyWords(statusOf(props.session, props.now), ended().length)}</p>
          }
        >
          <Show when={found().length === 0}>
            <p class="quiet">{doorWords.nobodyFound}</p>
          </Show>
          <ul class="people">
            <For each={found()}>
              {(booking) => (
                <AttendeeRow
                  booking={booking}
                  session={props.session}
                  isOver={isOver()}
                  choose={
                    <Show when={chooses()}>
                      <label class="person-choose">
                        <input
                          type="checkbox"
                          checked={chosen().includes(booking.id)}
                          onChange={(event) => choose(booking.id, event.currentTarget.checked)}
                        />
                        <span class="hidden-visually">Write to {booking.user.name}</span>
                      </label>
                    </Show>
                  }
                >
                  <div class="person-act">
                    <Show when={opens()}>
                      <LetInOrUndo
                        guest={booking}
                        isOver={isOver()}
                        onLetIn={() => moves.letIn(booking)}
                        onUndo={() => moves.undo(booking)}
                      />
                    </Show>
                    <Show when={canCancel(props.session, props.now) && canCancelBooking(booking)}>
                      <Button
                        kind="text"
                        aria-haspopup="dialog"
                        onClick={() => setLeaving(booking)}
                      >
                        {words.cancelShort}
                        <span class="hidden-visually"> the booking of {booking.user.name}</span>
                      </Button>
                    </Show>
                  </div>
                </AttendeeRow>
              )}
            </For>
          </ul>
        </Show>
        <CancelVisitor
          booking={leaving()}
          type={props.session.session_type}
          onClose={() => setLeaving(undefined)}
        />
      </section>
      <Show when={ended().length > 0}>
        <section class="desk-section" aria-labelledby="ended">
          <h2 id="ended">{endedHeading(ended().length)}</h2>
          <ul class="people ended">
            <For each={ended()}>
              {(booking) => <AttendeeRow booking={booking} session={props.session} />}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}

/** As a list on paper is searched with a finger. What came last is told by the notices. */
const byName = (guests: Attendee[]) =>
  guests.toSorted((one, other) => one.user.name.localeCompare(other.user.name))
