import { html } from 'hono/html'
import type { Document, Documented } from './document'
import type { JsonSchema } from './json-schema'

/** The document for people. It needs no script; what is long stays folded until it is asked for. */
export function pageOf({ info, tags, paths, components }: Document) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const sections = tags.map(({ name }) => ({
    name,
    told: operations.filter(({ operation }) => operation.tags.includes(name)),
  }))
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${info.title} API</title>
  <link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
  <header>
    <h1>${info.title} API</h1>
    <p>${prose(info.description)}</p>
    <p><a href="/api/openapi.json">OpenAPI 3.1 as JSON</a></p>
    <nav aria-label="Sections"><ul>
      ${[...tags.map(({ name }) => name), 'Shapes'].map(
        (name) => html`<li><a href="#${anchor(name)}">${name}</a></li>`,
      )}
    </ul></nav>
  </header>
  <main>
    ${sections.map(
      ({ name, told }) => html`<section aria-labelledby="${anchor(name)}">
        <h2 id="${anchor(name)}">${name}</h2>
        ${told.map(({ path, method, operation }) => operationOf(path, method, operation))}
      </section>`,
    )}
    <section aria-labelledby="shapes">
      <h2 id="shapes">Shapes</h2>
      ${Object.entries(components.schemas).map(
        ([name, schema]) => html`<details id="shape-${name}">
          <summary><h3><span class="method">Shape</span><code>${name}</code></h3></summary>
          <div class="told">${fieldsOf(schema)}</div>
        </details>`,
      )}
    </section>
  </main>
</body>
</html>
`
}

function operationOf(path: string, method: string, operation: Documented) {
  const { summary, description, operationId, parameters, requestBody, responses } = operation
  const body = requestBody?.content['application/json'].schema
  return html`<details id="${operationId}">
    <summary>
      <h3><span class="method">${method.toUpperCase()}</span><code>${path}</code></h3>
      <span class="for">${summary}. For ${FOR[operation['x-for']]}.</span>
    </summary>
    <div class="told">
      ${description ? html`<p>${prose(description)}</p>` : ''}
      ${parameters.length > 0 ? html`<h4>Parameters</h4>${parametersOf(parameters)}` : ''}
      ${body ? html`<h4>Body</h4>${fieldsOf(body)}` : ''}
      <h4>Answers</h4>
      ${table(
        ['Status', 'What', 'Body'],
        Object.entries(responses).map(([status, { description, content }]) => [
          html`<code>${status}</code>`,
          description,
          Number(status) < 400 ? bodyOf(content) : '',
        ]),
      )}
    </div>
  </details>`
}

const FOR = {
  anyone: 'anyone',
  'signed in': 'who is signed in',
  facilitator: 'facilitators',
  crm: 'the CRM',
} satisfies Record<Documented['x-for'], string>

function parametersOf(parameters: Documented['parameters']) {
  return table(
    ['Name', 'In', 'Type', ''],
    parameters.map(({ name, in: place, required, schema }) => [
      html`<code>${name}</code>`,
      place,
      typeOf(schema),
      required ? 'needed' : '',
    ]),
  )
}

type Markup = ReturnType<typeof html> | string

function bodyOf(content: Documented['responses'][string]['content']): Markup {
  const [mediaType, body] = Object.entries(content ?? {})[0] ?? []
  if (!body) return ''
  if (mediaType !== 'application/json') return mediaType ?? ''
  return body.schema.properties ? fieldsOf(body.schema) : typeOf(body.schema)
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): Markup {
  return table(
    ['Field', 'Type', ''],
    Object.entries(properties).map(([name, schema]) => [
      html`<code>${name}</code>${required.includes(name) ? '' : ' (may be absent)'}`,
      schema.properties ? fieldsOf(schema) : typeOf(schema),
      prose(schema.description ?? ''),
    ]),
  )
}

/** In a few words, and by its name where it has one. */
function typeOf(schema: JsonSchema): Markup {
  const { $ref, anyOf, enum: words, items, type, format, maxLength, default: usual } = schema
  const name = $ref?.split('/').at(-1)
  if (name) return html`<a href="#shape-${name}">${name}</a>`
  if (anyOf) return joined(anyOf.map(typeOf), ' or ')
  const said = usual === undefined ? '' : html`, else <code>${JSON.stringify(usual)}</code>`
  if (words)
    return html`${joined(
      words.map((word) => html`<code>${String(word)}</code>`),
      ' · ',
    )}${said}`
  if (items) return html`list of ${items.properties ? fieldsOf(items) : typeOf(items)}`
  const kind = [type ?? 'anything'].flat().join(' or ')
  const most =
    maxLength === undefined ? '' : `, at most ${maxLength.toLocaleString('en')} characters`
  return html`${kind}${format ? `, ${format}` : ''}${most}${said}`
}

function joined(parts: Markup[], between: string): Markup {
  return html`${parts.map((part, at) => (at === 0 ? part : html`${between}${part}`))}`
}

function table(head: string[], rows: Markup[][]): Markup {
  return html`<div class="scroll"><table>
    <thead><tr>${head.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
    <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`
}

/** What stands between backticks is code. */
function prose(text: string): Markup {
  const parts = text.split('`')
  return joined(
    parts.map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part)),
    '',
  )
}

function anchor(name: string): string {
  return name.toLowerCase().replace(/\W+/g, '-')
}
