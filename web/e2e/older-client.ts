import { request } from 'node:http'

export type Answer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the test's own claim.
  json: any
}

/**
 * Speaks as clients of the older system do: JSON, a Bearer, and none of the headers that browsers
 * add (which `fetch` adds too).
 */
export function olderClient(origin: string) {
  return (method: string, path: string, bearer?: string, body?: unknown): Promise<Answer> => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      Accept: 'application/json',
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      ...(text === undefined
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
    }
    return new Promise((resolve, reject) => {
      const asked = request(origin + path, { method, headers }, (answer) => {
        let said = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece) => {
          said += piece
        })
        answer.on('end', () => {
          try {
            const { statusCode: status = 0, headers } = answer
            resolve({ status, headers, json: JSON.parse(said) })
          } catch {
            reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${said}`))
          }
        })
      })
      asked.once('error', reject)
      asked.end(text)
    })
  }
}
