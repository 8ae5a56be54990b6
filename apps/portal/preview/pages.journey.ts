import { expectAccessible, expectWorded, testBrowser } from '@tereze/foundation-testing'
import { afterAll, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { servePortal } from './serve.ts'
import { previewStates } from './states.ts'

const served = await servePortal()
const browser = await testBrowser()
afterAll(() => served.close())

test.each(eachVisit)('every page in every state is worded and no wider than the screen: %s', async (_, visit) => {
  const { page, problems } = await browser.visit(visit)
  for (const { name } of previewStates) {
    await page.goto(`${served.origin}/${visit.language}/${name}`)
    await expectWorded(page)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
    // In the other languages only the words differ; what axe finds in them the journeys on a real server look for.
    if (visit.language === 'en') await expectAccessible(page)
    expect(problems, name).toEqual([])
  }
})
