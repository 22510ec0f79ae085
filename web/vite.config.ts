import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { fonts } from './fonts.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [fonts(), solid()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL would not pass the font-src of _headers.
    assetsInlineLimit: 0,
  },
})
