import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { app } from '../app'
import { documentOf } from './document'
import { nouns } from './nouns'

const written = () => JSON.parse(JSON.stringify(documentOf(app, nouns)))

it('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(written())).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

it('the control: one that names a place for a parameter that there is not is invalid', async () => {
  const document = written()
  document.paths['/api/sessions/{id}'].get.parameters[0].in = 'nowhere'
  expect(await new Validator().validate(document)).toMatchObject({ valid: false })
})

it('each parameter of a path is told of, and no other', () => {
  const placed = Object.entries(documentOf(app, nouns).paths).flatMap(([path, methods]) =>
    Object.values(methods).map(({ operationId, parameters }) => {
      const told = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`)
      return { operationId, told, needed: path.match(/\{\w+\}/g) ?? [] }
    }),
  )
  expect(placed.filter(({ told, needed }) => told.join() !== needed.join())).toEqual([])
})

it('each name that is referred to is told of', () => {
  const { components } = documentOf(app, nouns)
  const referred = [...JSON.stringify(written()).matchAll(/"#\/components\/schemas\/(\w+)"/g)]
  expect(referred.length).toBeGreaterThan(20)
  const unknown = referred.filter(([, name]) => !((name ?? '') in components.schemas))
  expect(unknown).toEqual([])
})
