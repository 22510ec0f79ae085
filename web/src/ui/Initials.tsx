import './initials.css'

/** A person, without a picture: the first letters of the first two names. */
export function Initials(props: { name: string; size?: number }) {
  return (
    <span
      class="initials"
      aria-hidden="true"
      style={{ '--initials-size': `${(props.size ?? 64) / 16}rem` }}
    >
      {initials(props.name)}
    </span>
  )
}

/** "Marije Okonkwo-de Vries" → "MO" */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).slice(0, 2)
  return words.map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? '').join('')
}
