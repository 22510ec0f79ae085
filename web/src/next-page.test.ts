import { expect, it } from 'vitest'
import { nextPage, readPages } from './next-page'

it('reads where a list goes on, and where it ends', () => {
  const linked = new Response('[]', {
    headers: { Link: '</api/facilitator/bookings?cursor=a%2Bb&limit=100>; rel="next"' },
  })
  expect(nextPage(linked)).toEqual({ cursor: 'a+b', limit: '100' })
  expect(nextPage(new Response('[]'))).toBeNull()
  const before = new Response('[]', { headers: { Link: '</api/x?cursor=a>; rel="prev"' } })
  expect(nextPage(before)).toBeNull()
})

it('reads as many pages as wanted, and no more than there are', async () => {
  const list = [[1, 2], [3, 4], [5]]
  const asked: Record<string, string>[] = []
  const read = async (query: Record<string, string>) => {
    asked.push(query)
    const page = Number(query.page ?? 0)
    const isLast = page === list.length - 1
    return Response.json(list[page], {
      headers: isLast ? {} : { Link: `</list?page=${page + 1}>; rel="next"` },
    })
  }
  expect(await readPages(2, read)).toEqual({ items: [1, 2, 3, 4], hasMore: true })
  expect(await readPages(9, read)).toEqual({ items: [1, 2, 3, 4, 5], hasMore: false })
  expect(asked).toHaveLength(5)
})
