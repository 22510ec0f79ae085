import { z } from 'zod'
import type { Operations } from './operation'

const text = (description: string, mediaType: string) => ({
  description,
  mediaType,
  schema: z.string(),
})

export const documentOperations: Operations = {
  'GET /api/openapi.json': {
    summary: 'Read this document',
    who: 'anyone',
    answers: { 200: z.looseObject({ openapi: z.string() }) },
  },
  'GET /api/docs': {
    summary: 'Read it as a page',
    who: 'anyone',
    answers: { 200: text('A page.', 'text/html') },
  },
  'GET /api/docs/style.css': {
    summary: 'What the page looks like',
    who: 'anyone',
    answers: { 200: text('A stylesheet.', 'text/css') },
  },
}
