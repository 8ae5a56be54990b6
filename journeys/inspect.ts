import { expectAccessible, expectWorded, type Visitor } from '@tereze/foundation-testing'
import { expect } from 'vitest'

const widths = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]

/** What a browser says of a form that came back with its mistakes. */
const refused = /status of 422/

/** What holds of every page that a journey comes to: worded, titled, accessible, at both widths no wider than the screen, nothing broken. */
export async function inspect({ page, problems }: Visitor): Promise<void> {
  const own = page.viewportSize()
  const where = page.url()
  await page.locator('h1').first().waitFor()
  await expectWorded(page)
  expect(await page.title(), where).not.toBe('')
  for (const size of widths) {
    await page.setViewportSize(size)
    // Pages that scripts draw follow a new size only after the browser has told them of it.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
        message: `${where} is wider than ${size.width} px`,
        timeout: 2_000,
      })
      .toBeLessThanOrEqual(0)
  }
  if (own !== null) await page.setViewportSize(own)
  await expectAccessible(page)
  expect(
    problems.filter(problem => !refused.test(problem)),
    where,
  ).toEqual([])
}
