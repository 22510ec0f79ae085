import type { Env } from './env'

/** Hands the request to the Worker untouched: method, body, cookies, WebSocket upgrade. */
export const passOn: PagesFunction<Env> = async ({ request, env }) => {
  try {
    return await env.API.fetch(request)
  } catch (error) {
    // A deploy in progress or a crashed isolate. Whether anything was done is not known here,
    // so nothing is retried: the page knows which of its requests may be repeated.
    console.error(error)
    return Response.json(
      {
        error: 'Stillpoint cannot be reached just now. Try again in a moment.',
        code: 'unavailable',
      },
      {
        status: 503,
        headers: {
          'Retry-After': '5',
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
        },
      },
    )
  }
}
