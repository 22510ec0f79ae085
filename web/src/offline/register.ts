/** Once the page is there, what it needs without a connection is fetched too. Only as built. */
export function registerServiceWorker() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    // Forbidden storage or a private window: the site works, only not offline.
    navigator.serviceWorker.register('/sw.js').catch(() => {})
  })
}
