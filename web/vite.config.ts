import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { fonts } from './fonts.ts'
import { pictures } from './pictures.ts'
import { serviceWorker } from './service-worker-build.ts'

// `npm run dev` names the address at which it runs the Worker.
const worker = process.env.STILLPOINT_WORKER

export default defineConfig({
  root: import.meta.dirname,
  plugins: [fonts(), solid(), pictures(), serviceWorker()],
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
  },
})
