import type { Page } from 'playwright-core'

/**
 * Signs in as one of the demo country's people, as a person does by hand: chooses a name, reads the one-time code on the
 * demo telephone, types it. `address` is where the way begins: `/sign-in` of the portal, or `/workplace/`.
 */
export async function signIn(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await page.locator('button[name=identity]', { hasText: name }).first().click()
  const code = await page.locator('#demo-code').innerText()
  await page.locator('input[name=code]').fill(code.trim())
  await Promise.all([
    page.waitForURL(url => !url.pathname.startsWith('/sign-in') && !url.pathname.startsWith('/oidc')),
    page.locator('main form[method=post] button[type=submit]').first().click(),
  ])
}
