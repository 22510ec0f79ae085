import { describe, expect, it } from 'vitest'
import { linkToNext, pageOf, pageQuery } from './paging'

const rows = [
  { at: 10, id: 1 },
  { at: 10, id: 2 },
  { at: 20, id: 3 },
]
const itself = (row: { at: number; id: number }) => row

describe('a page', () => {
  it('has a next one only when a row was left over', () => {
    expect(pageOf(rows, 2, itself)).toEqual({ items: rows.slice(0, 2), next: { at: 10, id: 2 } })
    expect(pageOf(rows, 3, itself)).toEqual({ items: rows, next: null })
    expect(pageOf([], 3, itself)).toEqual({ items: [], next: null })
  })

  it('links to the next one by a cursor that reads back, and keeps what was asked for', () => {
    const next = { at: 1_800_000_000_000, id: 12_000_345 }
    const { Link } = linkToNext('https://a.test/api/sessions?type=retreat&cursor=1.1', next)
    const path = /^<(\/api\/sessions\?[^>]+)>; rel="next"$/.exec(Link ?? '')?.[1]
    const query = Object.fromEntries(new URL(path ?? '', 'https://a.test').searchParams)
    expect(query.type).toBe('retreat')
    expect(pageQuery.parse(query)).toEqual({ limit: 100, cursor: next })
  })

  it('that is the last links nowhere', () => {
    expect(linkToNext('https://a.test/api/sessions', null)).toEqual({})
  })
})

describe('what a page is asked by', () => {
  it.each(['0', '101', '-1', '1.5', 'all', '', ['1', '2']])('limit %j is refused', (limit) => {
    expect(pageQuery.safeParse({ limit }).error?.issues).toMatchObject([{ path: ['limit'] }])
  })

  it.each(['', 'x', '1', '1.2.3', 'A.B', '1.-2', 'zzzzzzzzzzz.1', ['1.1', '1.2']])(
    'cursor %j is refused',
    (cursor) => {
      expect(pageQuery.safeParse({ cursor }).error?.issues).toMatchObject([{ path: ['cursor'] }])
    },
  )
})
