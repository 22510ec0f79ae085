import { type Schema, Validator } from '@cfworker/json-schema'
import { app } from '../app'
import { type Document, documentOf, partsOf } from '../openapi/document'
import { nouns } from '../openapi/nouns'

/** As it is served: plain JSON. */
export const theDocument: Document = JSON.parse(JSON.stringify(documentOf(app, nouns)))

/**
 * What is wrong with an answer of a route, by the document: a status or code it does not tell of, a
 * field that is missing, of another kind, or told nowhere. Empty: the answer is as told.
 */
export async function faultsOf(route: string, answer: Response): Promise<string[]> {
  const { method, path } = partsOf(route)
  const told = theDocument.paths[path]?.[method.toLowerCase()]?.responses[answer.status]
  if (!told) return [`${answer.status} is not told of: ${await answer.clone().text()}`]
  const mediaType = answer.headers.get('Content-Type')?.split(';')[0]
  if (!told.content) return answer.body && mediaType ? [`a body of ${mediaType}`] : []
  const content = new Map(Object.entries(told.content)).get(mediaType ?? '')
  if (!content) return [`${mediaType} is not told of`]
  const body = await answer.clone().text()
  const value = mediaType === 'application/json' ? JSON.parse(body) : body
  const { valid, errors } = validatorOf(content.schema, answer.status < 400).validate(value)
  return valid ? [] : errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
}

/** Which route answers at an address; a path that is spelled out goes before one with an id in it. */
export function routeAt(method: string, address: string): string | undefined {
  const { pathname } = new URL(address, 'https://stillpoint.test')
  const fitting = Object.entries(theDocument.paths)
    .filter(([path, methods]) => method.toLowerCase() in methods && patternOf(path).test(pathname))
    .map(([path]) => path)
    .toSorted((a, b) => a.split('{').length - b.split('{').length)
  return fitting[0] && `${method} ${fitting[0].replace(/\{(\w+)\}/g, ':$1')}`
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
}

const validators = new Map<unknown, Validator>()

/** An answer may grow in time, but not without being told of. A refusal may say more. */
function validatorOf(schema: object, isClosed: boolean): Validator {
  const known = validators.get(schema)
  if (known) return known
  const { components } = theDocument
  const whole = { ...schema, components: { schemas: components.schemas } }
  const validator = new Validator((isClosed ? closed(whole) : whole) as Schema, '2020-12', false)
  validators.set(schema, validator)
  return validator
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  )
  const isObject = 'type' in schema && schema.type === 'object' && 'properties' in schema
  return isObject ? { additionalProperties: false, ...inner } : inner
}
