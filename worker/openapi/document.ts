import type { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../context'
import type { ErrorCode } from '../errors'
import { type Taken, takenWith } from '../validate'
import { type JsonSchema, jsonSchemaOf } from './json-schema'
import type { Answer, Operation, Operations } from './operation'
import { refusalsOf } from './refusals'

const PROOFS = {
  anyone: undefined,
  'signed in': [{ bearer: [] }, { cookie: [] }],
  facilitator: [{ bearer: [] }, { cookie: [] }],
  crm: [{ crm: [] }],
} satisfies Record<Operation['who'], object[] | undefined>

export type Document = ReturnType<typeof documentOf>
export type Documented = ReturnType<typeof describe>

/**
 * OpenAPI 3.1 of all routes that `app` has, out of the schemas that judge their requests and what
 * each noun tells of them. A route nobody tells of is left out, as is one that is told of and gone;
 * a test finds both.
 */
export function documentOf(app: Pick<Hono<AppEnv>, 'routes'>, nouns: Record<string, Operations>) {
  const named = new Map<string, JsonSchema>()
  const taken = takenByRoute(app)
  const paths: Record<string, Record<string, Documented>> = {}
  for (const [tag, operations] of Object.entries(nouns)) {
    for (const [route, operation] of Object.entries(operations)) {
      const requests = taken.get(route)
      if (!requests) continue
      const { method, path } = partsOf(route)
      paths[path] ??= {}
      paths[path][method.toLowerCase()] = describe(tag, route, operation, requests, named)
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Stillpoint',
      version: '1',
      description:
        'Booking for wellness sessions and retreats. Field names are snake_case, times are ISO 8601 in UTC beside an IANA `time_zone`, prices are decimals beside their `currency`. Unknown fields of a body are ignored; an empty string counts as absent where a field is optional.',
    },
    servers: [{ url: '/' }],
    tags: Object.keys(nouns).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The `access_token` of a sign-in.',
        },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-access',
          description: 'Set by signing in from a page of this site.',
        },
        crm: { type: 'http', scheme: 'bearer', description: 'The token of the CRM.' },
      },
      schemas: { ...Object.fromEntries(named), Refusal: REFUSAL },
    },
  }
}

/** `METHOD /path` of every route, with what its validators let through. */
export function takenByRoute(app: Pick<Hono<AppEnv>, 'routes'>): Map<string, Taken[]> {
  const routes = new Map<string, Taken[]>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const taken = takenWith(handler)
    const route = `${method} ${path}`
    routes.set(route, [...(routes.get(route) ?? []), ...(taken ? [taken] : [])])
  }
  return routes
}

/** `GET /api/sessions/:id` in the words of OpenAPI. */
export function partsOf(route: string): { method: string; path: string } {
  const [method = '', path = ''] = route.split(' ')
  return { method, path: path.replace(/:(\w+)/g, '{$1}') }
}

function describe(
  tag: string,
  route: string,
  operation: Operation,
  taken: Taken[],
  named: Map<string, JsonSchema>,
) {
  const { method, path } = partsOf(route)
  const { summary, description, who, answers } = operation
  const refusals = refusalsOf(operation, { method, taken })
  const body = taken.find(({ target }) => target === 'json')
  return {
    tags: [tag],
    operationId:
      `${method.toLowerCase()}${path.replace(/\W+(\w)/g, (_, letter) => letter.toUpperCase())}`.replace(
        /\W/g,
        '',
      ),
    summary,
    description,
    'x-for': who,
    security: PROOFS[who],
    parameters: taken.flatMap((one) => parametersOf(one, named)),
    requestBody: body && {
      required: !body.schema.safeParse({}).success,
      content: { 'application/json': { schema: jsonSchemaOf(body.schema, named) } },
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, named)]),
      ),
      ...Object.fromEntries([...refusals].map(([status, codes]) => [status, refusalOf(codes)])),
    },
  }
}

const PLACES = { param: 'path', query: 'query', header: 'header' } as const

function parametersOf({ target, schema }: Taken, named: Map<string, JsonSchema>) {
  if (target !== 'param' && target !== 'query' && target !== 'header') return []
  const { properties = {}, required = [] } = jsonSchemaOf(schema, named)
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: PLACES[target],
    required: required.includes(name),
    schema: property,
  }))
}

function answerOf(answer: z.ZodType | Answer, named: Map<string, JsonSchema>) {
  const { description, mediaType, schema, headers }: Answer =
    answer instanceof z.ZodType ? { description: 'Done.', schema: answer } : answer
  return {
    description,
    headers: headers && headersOf(headers),
    content: schema && {
      [mediaType ?? 'application/json']: { schema: jsonSchemaOf(schema, named) },
    },
  }
}

/** A body may say more than these: how many seats are left, which booking there is already. */
function refusalOf(codes: ErrorCode[]) {
  const waits = codes.includes('too_many_requests') || codes.includes('unavailable')
  return {
    description: codes.join(', '),
    headers: waits ? headersOf({ 'Retry-After': 'Seconds to wait.' }) : undefined,
    content: {
      'application/json': {
        schema: {
          $ref: '#/components/schemas/Refusal',
          properties: { code: { enum: codes } },
        } as JsonSchema,
      },
    },
  }
}

const REFUSAL: JsonSchema = {
  type: 'object',
  required: ['error', 'code'],
  properties: {
    error: { type: 'string', description: 'A sentence for people.' },
    code: { type: 'string', description: 'The same for programs.' },
    details: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', description: 'Which field, such as `event.title`.' },
          message: { type: 'string', description: 'What is wrong with it.' },
        },
      },
    },
  },
}

function headersOf(headers: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' } },
    ]),
  )
}
