import { DurableObject } from 'cloudflare:workers'

/*
 * What the platform itself costs on this machine: the least that a page, a booking and a live
 * socket could take. Nothing here is ours.
 */

/** @typedef {{ FLOOR: DurableObjectNamespace<Floor>, DB: D1Database }} Env */

/** @extends {DurableObject<Env>} */
export class Floor extends DurableObject {
  /** @param {DurableObjectState} ctx @param {Env} env */
  constructor(ctx, env) {
    super(ctx, env)
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT)')
  }

  answer() {
    return 'ok'
  }

  insert() {
    this.ctx.storage.sql.exec("INSERT INTO rows (body) VALUES ('a row of some length')")
    return 'ok'
  }

  /** Says one thing to everybody who listens. */
  say() {
    for (const socket of this.ctx.getWebSockets()) socket.send(JSON.stringify({ type: 'said' }))
    return 'ok'
  }

  /** @override */
  async fetch() {
    const { 0: client, 1: socket } = new WebSocketPair()
    this.ctx.acceptWebSocket(socket)
    return new Response(null, { status: 101, webSocket: client })
  }
}

export default {
  /** @param {Request} request @param {Env} env */
  async fetch(request, env) {
    const object = env.FLOOR.getByName('floor')
    switch (new URL(request.url).pathname) {
      case '/bare':
        return new Response('ok')
      case '/rpc':
        return new Response(await object.answer())
      case '/insert':
        return new Response(await object.insert())
      case '/select':
        return Response.json(await env.DB.prepare('SELECT * FROM floor WHERE id = 7').first())
      case '/say':
        return new Response(await object.say())
      case '/listen':
        return object.fetch(request)
      default:
        return new Response(null, { status: 404 })
    }
  },
}
