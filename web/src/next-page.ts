/** The query of `Link: <…>; rel="next"`, by which a list longer than a page goes on; null at its end. */
export function nextPage(response: Pick<Response, 'headers'>): Record<string, string> | null {
  const link = response.headers.get('Link')?.match(/<([^>]*)>\s*;[^,]*rel="?next"?/)
  if (!link?.[1]) return null
  return Object.fromEntries(new URL(link[1], 'https://any.host').searchParams)
}

/** Reads the first `pages` pages of a list, one after the other. */
export async function readPages<Item>(
  pages: number,
  read: (
    query: Record<string, string>,
  ) => Promise<Pick<Response, 'headers'> & { json(): Promise<Item[]> }>,
): Promise<{ items: Item[]; hasMore: boolean }> {
  const items: Item[] = []
  let query: Record<string, string> | null = {}
  for (let page = 0; page < pages && query; page++) {
    const response = await read(query)
    items.push(...(await response.json()))
    query = nextPage(response)
  }
  return { items, hasMore: query !== null }
}
