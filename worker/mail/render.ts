/*
 * A letter's body, told once and written twice: as plain text and as HTML. What people typed is
 * text in both; nothing of it can become markup, a link, or a header.
 */

export type Fact = { label: string; value: string; href?: string }

export type Body = {
  opening: string[]
  facts: Fact[]
  action?: { label: string; href: string }
  closing: string[]
}

export function asText({ opening, facts, action, closing }: Body): string {
  const listed = facts.map(({ label, value }) => `${label}: ${indented(lines(value))}`)
  const blocks = [
    ...opening.map(lines),
    listed.join('\n'),
    action ? `${action.label}:\n${action.href}` : '',
    ...closing.map(lines),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

export function asHtml({ opening, facts, action, closing }: Body): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"></head>',
    `<body style="${PAGE}">`,
    ...opening.map(paragraph),
    facts.length > 0 ? `<table role="presentation" style="${TABLE}">` : '',
    ...facts.map(row),
    facts.length > 0 ? '</table>' : '',
    action ? `<p><a href="${escaped(action.href)}" style="${ACTION}">` : '',
    action ? `${escaped(action.label)}</a></p>` : '',
    ...closing.map((text) => paragraph(text)),
    '</body></html>\n',
  ].join('\n')
}

/** One line without anything that could end a header: for subjects, senders and file names. */
export function oneLine(text: string, maxChars = 200): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const signs = [...line]
  return signs.length > maxChars
    ? `${signs
        .slice(0, maxChars - 1)
        .join('')
        .trimEnd()}…`
    : line
}

export function escaped(text: string): string {
  return lines(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Mail programs read no stylesheet: what a letter looks like stands in its tags.
const PAGE = 'margin:0;padding:24px;max-width:36em;font:16px/1.5 sans-serif;color:#2a1830'
const TABLE = 'border-collapse:collapse;margin:16px 0'
const LABEL = 'padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:normal'
const VALUE = 'padding:4px 0;vertical-align:top;white-space:pre-line'
const ACTION =
  'display:inline-block;padding:10px 16px;background:#f6ae2f;color:#2a1830;text-decoration:none'

function row({ label, value, href }: Fact): string {
  const text = escaped(value)
  const shown = href && isWebAddress(href) ? `<a href="${escaped(href)}">${text}</a>` : text
  return `<tr><th style="${LABEL};color:#56465b">${escaped(label)}</th><td style="${VALUE}">${shown}</td></tr>`
}

function paragraph(text: string): string {
  return `<p style="white-space:pre-line">${escaped(text)}</p>`
}

function isWebAddress(href: string): boolean {
  return /^https?:\/\//i.test(href)
}

/** Line ends as one kind, and no other control signs. */
function lines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, '')
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ')
}
