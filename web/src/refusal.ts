export type Detail = { path: string; message: string }

type Answer = {
  status: number
  code: string
  message: string
  details: Detail[]
  /** What the server laid beside the sentence, such as `available_spots`. */
  extra: Record<string, unknown>
  /** The request's id, for whoever looks into it. */
  reference: string | null
}

/** Anything but a yes: what the server refused, or that it could not be reached (status 0). */
export class Refusal extends Error implements Answer {
  readonly status: number
  readonly code: string
  readonly details: Detail[]
  readonly extra: Record<string, unknown>
  readonly reference: string | null

  constructor(answer: Answer) {
    super(answer.message)
    this.status = answer.status
    this.code = answer.code
    this.details = answer.details
    this.extra = answer.extra
    this.reference = answer.reference
  }

  /** The server decided. Otherwise nobody knows what became of the request. */
  get isDefinite(): boolean {
    return this.status >= 400 && this.status < 500
  }

  /** What was said of one field. */
  about(path: string): string | undefined {
    return this.details.find((detail) => detail.path === path)?.message
  }
}

export async function refusalFrom(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null)
  const { error, code, details, ...extra } = isRecord(body) ? body : {}
  return new Refusal({
    status: response.status,
    code: typeof code === 'string' ? code : 'broken',
    message:
      typeof error === 'string' ? error : 'Something broke on our side. Nothing was changed.',
    details: Array.isArray(details) ? (details as Detail[]) : [],
    extra,
    reference: response.headers.get('X-Request-Id'),
  })
}

/** For `fetch(…).catch(unreachable)`: silence is an answer of its own. A call taken back stays one. */
export function unreachable(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
  throw new Refusal({
    status: 0,
    code: 'unreachable',
    message: 'We cannot be reached just now. Check your connection and try again.',
    details: [],
    extra: {},
    reference: null,
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
