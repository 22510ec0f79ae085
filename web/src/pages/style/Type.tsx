import { For } from 'solid-js'
import { Both } from './Both'

const STEPS = [
  ['7', 'the sentence of the start page'],
  ['6', 'a session’s title'],
  ['5', 'a page’s title'],
  ['4', 'days, and seats left'],
  ['3', 'titles of rows and panels'],
  ['2', 'what a page is about'],
  ['1', 'text and fields'],
  ['0', 'tables, what is beside'],
  ['small', 'the smallest there is'],
]
const SPACES = [1, 2, 3, 4, 5, 6, 7, 8, 9]

export function Type() {
  return (
    <Both title="Petrona from 7 to 3, Hanken Grotesk from 2">
      {() => (
        <ul class="style-steps">
          <For each={STEPS}>
            {([step, use]) => (
              <li>
                <span style={{ font: `var(--step-${step})` }}>Two seats left</span>
                <span class="small">
                  {step}, {use}
                </span>
              </li>
            )}
          </For>
        </ul>
      )}
    </Both>
  )
}

export function Spaces() {
  return (
    <Both title="Steps of space; what is round, and how">
      {() => (
        <>
          <ul class="style-spaces">
            <For each={SPACES}>
              {(step) => (
                <li>
                  <span class="style-space" style={{ 'inline-size': `var(--space-${step})` }} />
                  <span class="small">{step}</span>
                </li>
              )}
            </For>
          </ul>
          <ul class="style-shapes small">
            <li class="style-shape">a field of light</li>
            <li class="style-shape input">what is typed into</li>
            <li class="style-shape panel">a panel, a dialog</li>
            <li class="style-shape round">a button</li>
          </ul>
        </>
      )}
    </Both>
  )
}
