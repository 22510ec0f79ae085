import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { openingOf } from './openings.ts'

const INDEX =
  '<head><script src="/start.js"></script><link rel="stylesheet" href="/start.css"></head><body>'

test('it names the files of its page that the start page does not name, each once', () => {
  const html = openingOf('pages/Session.tsx', INDEX, BUNDLE)
  const named = [...html.matchAll(/<link rel="(\w+)"[^>]* href="\/([^"]+)"/g)]
  expect(named.map(([, kind, file]) => `${kind} ${file}`)).toEqual([
    'stylesheet start.css',
    'modulepreload Session.js',
    'stylesheet Session.css',
    'modulepreload seats.js',
    'stylesheet seats.css',
  ])
  expect(html.endsWith('</head><body>')).toBe(true)
})

test('a page that was put into another file stops the build', () => {
  expect(() => openingOf('pages/Sessions.tsx', INDEX, BUNDLE)).toThrow('has no file of its own')
})

const BUNDLE = aBundle([
  { fileName: 'start.js', styles: ['start.css'] },
  {
    fileName: 'Session.js',
    page: 'pages/Session.tsx',
    styles: ['Session.css'],
    imports: ['start.js', 'seats.js'],
  },
  // Two files may need each other.
  { fileName: 'seats.js', styles: ['seats.css'], imports: ['start.js', 'Session.js'] },
  { fileName: 'Desk.js', page: 'pages/Desk.tsx', styles: ['Desk.css'], imports: ['seats.js'] },
])

type Built = { fileName: string; page?: string; styles: string[]; imports?: string[] }

function aBundle(files: Built[]): Rolldown.OutputBundle {
  const chunks = files.map(({ fileName, page, styles, imports = [] }) => ({
    type: 'chunk',
    fileName,
    facadeModuleId: page ? `/stillpoint/web/src/${page}` : null,
    imports,
    viteMetadata: { importedCss: new Set(styles) },
  }))
  return Object.fromEntries(
    chunks.map((chunk) => [chunk.fileName, chunk]),
  ) as unknown as Rolldown.OutputBundle
}
