/**
 * Starts the service worker and tells it the language of the page. The page that says there is no network asks whether the platform
 * answers, and loads what was wanted as soon as it does. Where a browser has no service workers, everything else works.
 */
async function start(): Promise<void> {
  const { serviceWorker } = navigator
  if (serviceWorker === undefined) return
  await serviceWorker.register('/assets/service-worker.js', { scope: '/' })
  const { active } = await serviceWorker.ready
  active?.postMessage(document.documentElement.lang)
}

async function reloadWhenBack(): Promise<void> {
  const reply = await fetch('/live', { cache: 'no-store' }).catch(() => null)
  if (reply?.ok) location.reload()
}

/** Milliseconds between two questions whether the platform answers. */
const pause = 5000

if (document.querySelector('[data-offline]') === null) {
  start().catch(reportError)
} else if (location.pathname !== '/offline') {
  // Shown in the place of another page.
  setInterval(reloadWhenBack, pause)
  addEventListener('online', reloadWhenBack)
  document.querySelector('[data-again]')?.addEventListener('click', event => {
    event.preventDefault()
    location.reload()
  })
}
