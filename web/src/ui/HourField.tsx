import type { JSX } from 'solid-js'
import type { Field } from './hour'
import './hour-field.css'

/** The light in which a session starts, behind its ring. Text on it is ink only. */
export function HourField(props: { field: Field; class?: string; children: JSX.Element }) {
  return <div class={`hour-field ${props.field} ${props.class ?? ''}`}>{props.children}</div>
}
