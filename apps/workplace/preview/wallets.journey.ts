import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(visit: Visit) {
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/workplace/shown`)
  await visitor.page.getByRole('main').locator('h1').waitFor()
  return visitor
}

test('an official asks, the code stands until the wallet answers, and then what was shown', async () => {
  const { page, problems } = await open({})
  await page.getByRole('button', { name: 'Ask' }).press('Enter')
  await page.getByRole('img', { name: 'Code of the question' }).waitFor()
  await expectAccessible(page)
  await page.getByText('Genuine, it holds, and it is theirs').waitFor()
  await page.getByText('Айсұлу').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ask something else' }).press('Enter')
  await page.getByRole('button', { name: 'Ask' }).waitFor()
  expect(problems).toEqual([])
})

test.each(['ru', 'kk'] as const)('in %s on a phone it is worded and no wider than the screen', async language => {
  const { page } = await open({ language, screen: 'phone' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})
