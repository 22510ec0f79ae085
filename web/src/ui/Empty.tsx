import type { JSX } from 'solid-js'
import { SeatRing } from './SeatRing'
import './empty.css'

/** Nothing here yet: an empty room, a sentence, and where to go from here. */
export function Empty(props: { title: string; children?: JSX.Element }) {
  return (
    <div class="empty">
      <SeatRing capacity={12} taken={0} size={104} silent />
      <p class="empty-title">{props.title}</p>
      {props.children}
    </div>
  )
}

/** The room before anybody has been counted: what stands where something is being read. */
export function Waiting(props: { label?: string }) {
  return (
    <div class="empty waiting" role="status">
      <SeatRing capacity={12} taken={0} size={104} silent />
      <span class="hidden-visually">{props.label ?? 'Loading'}</span>
    </div>
  )
}
