import type { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { AppEnv } from './context'

/** 405 with `Allow` where the path is known and the method is not. */
export function refuseWrongMethod(app: Hono<AppEnv>) {
  return methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      const allowed = methods.join(', ')
      const error = `This address answers ${allowed} only.`
      return c.json({ error, code: 'method_not_allowed' }, 405, { Allow: allowed })
    },
  })
}
