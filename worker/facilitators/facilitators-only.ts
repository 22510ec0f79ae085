import { createMiddleware } from 'hono/factory'
import { type AppEnv, asFacilitator } from '../context'

/** Says who may not come in before it says what is wrong with the papers. */
export const facilitatorsOnly = createMiddleware<AppEnv>(async (c, next) => {
  asFacilitator(c.var.ctx)
  await next()
})
