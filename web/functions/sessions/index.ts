import type { Env } from '../env'
import { answerOf, isOpening } from '../hand-over'
import { isReading, sitePage } from '../site-page'
import { theApi } from '../the-api'

/** The list of what is to come; with it the first page of the list itself, where nothing is sought. */
export const onRequest: PagesFunction<Env> = async (call) => {
  if (!isReading(call.request)) return call.next()
  const { search } = new URL(call.request.url)
  if (search || !isOpening(call)) return sitePage(call, 200, { file: '/sessions' })
  const api = theApi(call)
  const query = { sort: 'soonest' as const }
  const answers = Promise.all([
    answerOf(api.sessions.$url({ query }), api.sessions.$get({ query })),
    answerOf(api.site.$url(), api.site.$get()),
  ])
  return sitePage(call, 200, {
    file: '/sessions',
    answers: answers.then((all) => Object.assign({}, ...all)),
  })
}
