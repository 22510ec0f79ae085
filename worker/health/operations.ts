import { z } from 'zod'
import { instant, type Operation, type Operations } from '../openapi/operation'

const health = z
  .object({
    status: z.enum(['healthy', 'degraded']),
    service: z.string(),
    timestamp: instant,
    database: z.enum(['connected', 'unreachable']),
    mail: z.enum(['off', 'refusing', 'working']),
    missing: z.array(z.string()).optional().meta({ description: 'Settings that are missing.' }),
  })
  .meta({ id: 'Health' })

const checkUp: Operation = {
  summary: 'Ask how the Worker is',
  description: 'Always 200 while it answers; `status` says how well.',
  who: 'anyone',
  answers: { 200: health },
}

export const healthOperations: Operations = {
  'GET /health': checkUp,
  'GET /api/health': checkUp,
}
