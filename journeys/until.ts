import { errors, type Locator, type Page } from 'playwright-core'

/** How long a page may take to show what it has asked for, before it is asked anew. Milliseconds. */
const patience = 2_000
/** “Done within seconds”. Milliseconds. */
const longest = 15_000

async function isShown(what: Locator): Promise<boolean> {
  try {
    await what.first().waitFor({ state: 'attached', timeout: patience })
    return true
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false
    throw error
  }
}

/**
 * Looks at a page again and again, as somebody who waits does, until something stands on it.
 * @throws Error after fifteen seconds.
 */
export async function reloadUntil(page: Page, what: Locator): Promise<void> {
  const end = performance.now() + longest
  while (!(await isShown(what))) {
    if (performance.now() > end) throw new Error(`${page.url()} never showed ${what}`)
    await page.reload()
  }
}
