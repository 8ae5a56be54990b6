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
  ['ru', { screen: 'phone' }],
  ['kk', { screen: 'phone' }],
])('the archivist drafts an act, signs second, and is told why a key is kept: %s', async (language, visit) => {
  const { page, context, problems } = await browser.visit({ ...visit, language })
  await context.addCookies([{ name: 'preview', value: 'archivist', url: preview.origin }])
  await page.goto(`${preview.origin}/workplace/archive`)
  await page.getByText('7K4M-92X1-P3').waitFor()
  const acts = page.locator('.archive-act')
  const before = await acts.count()
  await page.locator('table input[type=checkbox]').first().check()
  await page.locator('.actions .button:not(.button-quiet)').last().click()
  await expect.poll(() => acts.count()).toBe(before + 1)
  const waiting = acts.nth(before - 1)
  await waiting.getByRole('checkbox').check()
  await waiting.locator('.button:not(.button-quiet)').click()
  await waiting.locator('a[href$="file.pdf"]').waitFor()
  await waiting.locator('summary').click()
  await waiting.getByText('7K4M-92X8-P3').waitFor()
  await page.locator('.archive-erase summary').click()
  await page.locator('[name=person]').fill('person_0198a000-0000-7000-8000-00000000aaaa')
  await page.locator('[name=reason]').fill('The person asks for it')
  await page.locator('.archive-erase input[type=checkbox]').check()
  await page.locator('.archive-erase button').click()
  await page.getByText('7K4M-92X3-P3').first().waitFor()
  await expectAccessible(page)
  expect(await page.locator('body').innerText()).not.toMatch(/[{}]|undefined/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
})
