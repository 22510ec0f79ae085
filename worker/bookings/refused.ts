import { ApiError } from '../errors'
import type { Refused } from './commands'

/** What a desk granted; its refusal is thrown in the API's words. */
export function unlessRefused<Answer extends { kind: string }>(
  answer: Answer | Refused,
): Exclude<Answer, Refused> {
  if (isRefused(answer))
    throw new ApiError(answer.code, answer.message, answer.details, answer.extra)
  return answer as Exclude<Answer, Refused>
}

function isRefused(answer: { kind: string }): answer is Refused {
  return answer.kind === 'refused'
}
