import { env } from 'cloudflare:workers'

/** How SQLite would run a query: one line a step, `SCAN` where it reads a whole table. */
export async function planOf(query: { toSQL(): { sql: string; params: unknown[] } }) {
  const { sql, params } = query.toSQL()
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...params)
    .all<{ detail: string }>()
  return results.map(({ detail }) => detail).join('\n')
}
