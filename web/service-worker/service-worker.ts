import { type Built, siteFiles } from './site-files'

/*
 * Opens the site without a connection. It holds the files of the page and nothing else: no answer of
 * the API ever comes from here, so no seat count can look live that is not.
 */
declare const self: ServiceWorkerGlobalScope
/** Written in by web/service-worker-build.ts. */
declare const BUILT: Built

const ask: typeof fetch = (...request) => fetch(...request)
const site = siteFiles(BUILT, caches, ask, self.location.origin)

self.addEventListener('install', (event) => {
  // An open page of an older version loses nothing by it: files with a hash stay kept for it.
  event.waitUntil(site.fill().then(() => self.skipWaiting()))
})

// No navigation preload: what is none of ours would be asked for twice, and the way back from Google
// is good once.
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([site.tidy(), self.clients.claim()]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  switch (site.kindOf(request)) {
    case 'page':
      return event.respondWith(site.page(request))
    case 'shell':
      return event.respondWith(site.shellFile(request))
    case 'asset':
      return event.respondWith(site.asset(request))
  }
})
