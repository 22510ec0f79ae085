/** Its own, so that the page needs nothing of the site it may be read without. */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f5f4ef, #171019);
  --raised: light-dark(#fbfaf7, #211824);
  --line: light-dark(#d8d2d9, #3f3342);
  --ink: light-dark(#2a1830, #eceae1);
  --ink-2: light-dark(#56465b, #c4bac6);
  --link: light-dark(#905100, #fac053);
}
* { box-sizing: border-box; }
html { scroll-padding-block-start: 1rem; }
body {
  margin: 0 auto;
  padding: 2rem clamp(1rem, 4vw, 3rem) 6rem;
  max-inline-size: 62rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem / 1.5 system-ui, sans-serif;
}
h1, h2 { font-family: Georgia, serif; font-weight: 450; line-height: 1.15; text-wrap: balance; }
h1 { font-size: 2.5rem; margin: 0; }
h2 { font-size: 1.625rem; margin-block: 3rem 1rem; }
h3 { font-size: 1rem; margin: 0; display: inline; }
h4 { font-size: 0.875rem; margin-block: 1.25rem 0.25rem; color: var(--ink-2); font-weight: 600; }
p { max-inline-size: 62ch; margin-block: 0.5rem; }
a { color: var(--link); }
code { font: 0.875rem / 1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding-block: 0.375rem; }
details { border-block-start: 1px solid var(--line); }
details:last-of-type { border-block-end: 1px solid var(--line); }
summary {
  display: grid;
  grid-template-columns: 4.5rem minmax(0, 1fr);
  gap: 0 0.75rem;
  padding-block: 0.625rem;
  cursor: pointer;
}
summary h3 { display: contents; }
summary .method { font-weight: 600; }
summary .for { grid-column: 2; color: var(--ink-2); font-size: 0.875rem; }
.told { padding: 0 0 1.5rem; }
@media (min-width: 45rem) { .told { padding-inline-start: 5.25rem; } }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: 0.875rem; }
th, td { padding: 0.375rem 1rem 0.375rem 0; text-align: start; vertical-align: top; }
th { font-weight: 600; color: var(--ink-2); }
tbody tr { border-block-start: 1px solid var(--line); }
td:first-child { white-space: nowrap; }
`.trimStart()
