import { DurableObject } from 'cloudflare:workers'

/** The bundle that is deployed, laid beside these files when a benchmark starts. */
export type Env = { DB: D1Database }
export class BookingDesk extends DurableObject<Env> {}
export class FacilitatorInbox extends DurableObject<Env> {}
declare const worker: {
  fetch: (request: Request, env: Env, ctx: ExecutionContext) => Promise<Response>
}
export default worker
