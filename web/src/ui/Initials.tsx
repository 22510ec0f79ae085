import './initials.css'

/** A person, without a picture: the first letters of the first and the last name. */
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

/** "Marije Okonkwo-de Vries" → "MV" */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('')
}
