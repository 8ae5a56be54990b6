import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { sampleDrafts } from './platform.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(visit: Visit = {}) {
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/studio/drafts/${sampleDrafts.blank}?file=digital-regulation.json`)
  return visitor
}

test('on a phone, in Kazakh, the editor is whole and accessible', async () => {
  const { page } = await open({ language: 'kk', screen: 'phone' })
  const begin = page.getByRole('button', { name: 'Регламентті бастау' })
  const tab = page.getByRole('tab', { name: 'Жазу' })
  await begin.or(tab).waitFor()
  if (await begin.isVisible()) await begin.click()
  await tab.waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
