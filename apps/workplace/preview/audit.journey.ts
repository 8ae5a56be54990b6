import type { Language } from '@tereze/operation'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

test.each<[Language, Visit]>([
  ['en', {}],
  ['kk', { screen: 'phone' }],
])('an auditor sees who witnesses the log, and what to do where one does not agree: %s', async (language, visit) => {
  const { page, context, problems } = await browser.visit({ ...visit, language })
  await context.addCookies([{ name: 'preview', value: 'auditor', url: preview.origin }])
  await page.goto(`${preview.origin}/workplace/audit`)
  await page.getByText('witness.university.example').waitFor()
  await page.getByText(/exchange-log$/).waitFor()
  expect(await page.locator('.remedy').count()).toBe(3)
  await expectAccessible(page)
  expect(await page.locator('body').innerText()).not.toMatch(/[{}]|undefined/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
})
