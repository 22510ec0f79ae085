/** What the head of a page says of its address. */
export type Head = {
  title: string
  description: string
  siteName: string
  url: string
  /** One of those that web/pictures.ts drew. */
  picture?: { url: string; words: string }
  /** By the words of schema.org. */
  data?: object
}

/** As HTML; `data-of-address` tells the page what to take out once it shows another address. */
export function tagsOf(head: Head): string {
  const { picture } = head
  const tags = [
    `<link rel="canonical" href="${escaped(head.url)}" data-of-address>`,
    meta('property', 'og:site_name', head.siteName),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', head.title),
    meta('property', 'og:description', head.description),
    meta('property', 'og:url', head.url),
    meta('name', 'twitter:card', picture ? 'summary_large_image' : 'summary'),
    meta('name', 'twitter:title', head.title),
    meta('name', 'twitter:description', head.description),
  ]
  if (picture) {
    tags.push(
      meta('property', 'og:image', picture.url),
      meta('property', 'og:image:type', 'image/png'),
      meta('property', 'og:image:width', '1200'),
      meta('property', 'og:image:height', '630'),
      meta('property', 'og:image:alt', picture.words),
      meta('name', 'twitter:image', picture.url),
      meta('name', 'twitter:image:alt', picture.words),
    )
  }
  if (head.data) tags.push(dataBlock(head.data))
  return tags.join('\n')
}

function meta(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escaped(content)}" data-of-address>`
}

/** A block of data is no script to the browser; it must only not end before its end. */
function dataBlock(data: object): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return `<script type="application/ld+json" data-of-address>${json}</script>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
