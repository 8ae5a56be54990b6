import type { Language } from '@tereze/operation'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(visit: Visit) {
  const visitor = await browser.visit(visit)
  await visitor.context.addCookies([{ name: 'preview', value: 'archivist', url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/workplace/archive`)
  await visitor.page.getByText('7K4M-92X1-P3').waitFor()
  await visitor.page.locator('.archive-act').first().waitFor()
  return visitor
}

test('the archivist drafts an act, signs another as the second, and is told why a key is kept', async () => {
  const { page, problems } = await open({})
  await page.getByRole('button', { name: 'Choose all 2' }).click()
  await page.getByRole('button', { name: 'Draft an act over 2 cases' }).click()
  await page.getByText('Waits for two signatures').waitFor()
  const waiting = page.locator('.archive-act').nth(1)
  await waiting.getByText('List of the cases').click()
  await waiting.getByText('7K4M-92X8-P3').waitFor()
  await waiting.getByRole('checkbox').check()
  await waiting.getByRole('button', { name: 'Sign and destroy' }).click()
  await waiting.getByRole('link', { name: 'Print the act (PDF)' }).waitFor()
  await page.getByText('Erase the key of a person').click()
  await page.getByLabel('Id of the person').fill('person_0198a000-0000-7000-8000-00000000aaaa')
  await page.getByLabel('Why').fill('The person asks for it')
  await page.getByLabel('I know that this cannot be undone').check()
  await page.getByRole('button', { name: 'Erase the key' }).click()
  await page.getByText('Case 7K4M-92X3-P3 is kept until').waitFor()
  await expectAccessible(page)
  expect(problems.filter(problem => !problem.includes('409'))).toEqual([])
})

test.each<[Language, Visit]>([
  ['ru', { screen: 'phone' }],
  ['kk', { screen: 'phone' }],
])('it is read on a phone: %s', async (language, visit) => {
  const { page, problems } = await open({ ...visit, language })
  await expectAccessible(page)
  expect(await page.locator('body').innerText()).not.toMatch(/[{}]|undefined/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
})
