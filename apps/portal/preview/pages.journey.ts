import { expectAccessible, expectWorded, testBrowser } from '@tereze/foundation-testing'
import { afterAll, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { servePortal } from './serve.ts'
import { previewStates } from './states.ts'

const served = await servePortal()
const browser = await testBrowser()
afterAll(() => served.close())

/** What WCAG 2.2 lets people set for themselves (1.4.12), and nothing may be lost by it. */
const spaced =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

/** Kazakh is seen in the narrower window below. */
const wide = eachVisit.filter(([, { language }]) => language !== 'kk')

test.each(wide)('every page in every state is worded and no wider than the screen: %s', async (_, visit) => {
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

test('in a window of 320 px, as at four times the size, with the widest spacing of text, nothing goes beyond the screen', async () => {
  const { page } = await browser.visit({ language: 'kk', screen: 'phone' })
  await page.setViewportSize({ width: 320, height: 640 })
  const lost: string[] = []
  for (const { name } of previewStates) {
    await page.goto(`${served.origin}/kk/${name}`)
    await expectWorded(page)
    await page.addStyleTag({ content: spaced })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('body :not([type=file])')]
        .filter(element => {
          const { overflowX, textOverflow } = getComputedStyle(element)
          const hides = overflowX === 'hidden' || overflowX === 'clip' || textOverflow === 'ellipsis'
          return hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
        })
        .map(element => element.outerHTML.slice(0, 100)),
    )
    if (over > 0) lost.push(`${name}: ${over} px`)
    lost.push(...cut.map(html => `${name}: cut off: ${html}`))
  }
  expect(lost).toEqual([])
})
