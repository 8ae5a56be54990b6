import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Looks at a page again and again, as somebody who waits does, until something stands on it. Ten seconds at most: “done within seconds”. */
export async function reloadUntil(page: Page, what: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        if ((await what.count()) > 0) return true
        await page.reload()
        return (await what.count()) > 0
      },
      { timeout: 10_000, interval: 150, message: `${page.url()} never showed ${what}` },
    )
    .toBe(true)
}
