import type { Page } from 'playwright-core'

/** Fails when the page shows a message's key instead of its words, an unfilled placeholder, or nothing at all. */
export async function expectWorded(page: Page): Promise<void> {
  const text = await page.locator('body').innerText()
  const bare = [
    ...text.matchAll(
      /\[[a-z][\w-]*(?:\.[\w-]+)+\]|\bmessage:[\w.-]+|\{[a-z]\w*\}|\[object \w+\]|\bundefined\b|\bNaN\b/g,
    ),
  ]
  if (text.trim() === '') throw new Error(`${page.url()} shows nothing`)
  if (bare.length > 0)
    throw new Error(`${page.url()} shows no words for ${[...new Set(bare.map(match => match[0]))].join(', ')}`)
}
