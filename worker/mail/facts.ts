import type { Fact } from './render'

/** One line of a letter; none where there is nothing to say. */
export function fact(label: string, value: string | null, href?: string | null): Fact | null {
  return value ? { label, value, ...(href ? { href } : {}) } : null
}

export function said(facts: (Fact | null)[]): Fact[] {
  return facts.filter((fact) => fact !== null)
}
