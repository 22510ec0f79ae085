import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { fonts } from './fonts.ts'
import { openings } from './openings.ts'
import { pictures } from './pictures.ts'
import { serviceWorker } from './service-worker-build.ts'
import { DESCRIPTION } from './src/site/description.ts'

// `npm run dev` names the address at which it runs the Worker.
const worker = process.env.STILLPOINT_WORKER

/**
 * What the start page needs is few files, because each costs bytes of its own, and none of them is
 * Solid's stores, which the router also names. A group takes along what its files import, so Solid
 * has to be taken first. `npm test` holds the sizes: scripts/check/sizes.js.
 */
const CHUNKS = [
  { name: 'solid', test: /solid-js\/(web\/)?dist/, priority: 3 },
  { name: 'store', test: /solid-js\/store|\/src\/stored\.ts$/, priority: 2 },
  { name: 'start', test: /\/src\/(main|pages\/(Home|VisitorLayout))\.tsx$/, priority: 1 },
  // The code of a ticket is loaded with the ticket.
  { name: 'ui', test: /\/src\/ui\/(?!QrCode).*\.tsx?$/ },
  // What several pages share, in two files: on a slow line ten small ones come one after the other.
  { name: 'people', test: /\/src\/users\/.*\.tsx?$/, minShareCount: 2 },
  { name: 'seats', test: /\/src\/(backoff|bookings\/.*|sessions\/.*)\.tsx?$/, minShareCount: 2 },
]

/** Pages have their name; the start page lists all files, and each letter of it is loaded. */
const chunkFileNames = (chunk: { facadeModuleId?: string | null }) =>
  chunk.facadeModuleId ? 'assets/[name]-[hash].js' : 'assets/[hash].js'

export default defineConfig({
  root: import.meta.dirname,
  // For index.html, where it reads %DESCRIPTION%.
  define: { 'import.meta.env.DESCRIPTION': JSON.stringify(DESCRIPTION) },
  plugins: [fonts(), solid(), pictures(), openings(), serviceWorker()],
  // The Host header stays as the browser sent it: Worker and page are one origin, here too.
  server: worker
    ? { proxy: { '/api': { target: worker, ws: true }, '/health': { target: worker } } }
    : {},
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL would not pass the font-src of _headers.
    assetsInlineLimit: 0,
    // Every browser that has this target also has module preload.
    modulePreload: { polyfill: false },
    // Which file needs which: scripts/check/sizes.js reads it.
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS }, chunkFileNames } },
  },
})
