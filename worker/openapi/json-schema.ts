import { z } from 'zod'

/** As far as we read it ourselves. */
export type JsonSchema = {
  type?: string | string[]
  enum?: unknown[]
  format?: string
  description?: string
  default?: unknown
  maxLength?: number
  $ref?: string
  anyOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  $schema?: string
  $defs?: Record<string, JsonSchema>
}

const WITH_NAME = '#/$defs/'
const AS_COMPONENT = '#/components/schemas/'

/**
 * What may be sent, for requests, and what is sent, for answers: the input side of a schema in both,
 * where what is said of defaults and transforms comes after. Schemas with a name go into `named`.
 */
export function jsonSchemaOf(schema: z.ZodType, named: Map<string, JsonSchema>): JsonSchema {
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: plain })
  const moved = JSON.stringify(written).replaceAll(`"${WITH_NAME}`, `"${AS_COMPONENT}`)
  const { $schema: _, $defs = {}, ...own }: JsonSchema = JSON.parse(moved)
  for (const [name, definition] of Object.entries($defs)) named.set(name, definition)
  return own
}

type Override = NonNullable<z.core.ToJSONSchemaParams['override']>

/** Says what readers want to know: the words to choose from, and no bounds that every number has. */
const plain: Override = ({ zodSchema, jsonSchema }) => {
  if (zodSchema instanceof z.ZodPipe && zodSchema.out instanceof z.ZodEnum) {
    jsonSchema.enum = zodSchema.out.options
  }
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}
