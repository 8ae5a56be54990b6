import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview, type Trouble } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(path: string, visit: Visit & { trouble?: Trouble } = {}) {
  const { trouble, ...rest } = visit
  const visitor = await browser.visit(rest)
  if (trouble !== undefined)
    await visitor.context.addCookies([{ name: 'preview', value: trouble, url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/workplace${path}`)
  await visitor.page.getByRole('main').locator('h1').waitFor()
  return visitor
}

test('a case worker learns why something is not allowed, and what each rule would need', async () => {
  const { page, problems } = await open('/rights')
  await page.getByLabel('What is to be done').fill('registers.record.write')
  await page.getByRole('button', { name: 'Explain' }).click()
  await page.waitForURL(/permission=registers\.record\.write/)
  await page.getByText('The rules allow this to other roles.').first().waitFor()
  await page.getByText('For others: role:registrar, role:data-steward').waitFor()
  await page.getByLabel('What is to be done').fill('cases.task.complete')
  await page.getByRole('button', { name: 'Explain' }).click()
  await page.getByText(/^Allowed: /).waitFor()
  expect(problems).toEqual([])
})

test('a case worker takes access in an emergency with a reason, and gives it back', async () => {
  const { page, problems } = await open('/rights')
  await page.getByText('Take access').first().click()
  await page.getByLabel('Reason').fill('A child alone at the counter, nobody can be reached')
  await page.getByRole('button', { name: 'Take access' }).click()
  await page.getByText(/^Access in an emergency holds until/).waitFor()
  const search = page.getByRole('region', { name: 'Look into registers' })
  await search.getByLabel('Family name').fill('Мысалова')
  await search.getByRole('button', { name: 'Find' }).click()
  await search.getByRole('article').first().getByText('Мысалова').first().waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Give it back now' }).click()
  await page.getByText('Waits for review').first().waitFor()
  expect(problems).toEqual([])
})

test('the security officer reviews what is over', async () => {
  const { page, problems } = await open('/rights', { trouble: 'security-officer' })
  const row = page.getByRole('row').filter({ hasText: 'A lost child is at the counter' })
  await row.getByLabel('What you found').fill('The parents were found by it')
  await row.getByRole('button', { name: 'It was justified' }).click()
  await row.waitFor({ state: 'detached' })
  expect(problems).toEqual([])
})

test.each([
  ['en', 'desktop'],
  ['ru', 'phone'],
  ['kk', 'phone'],
] as const)('is read without trouble in %s on a %s', async (language, screen) => {
  const path = '/rights?permission=registers.record.read&over=civil-registry'
  const { page, problems } = await open(path, { language, screen, trouble: 'security-officer' })
  await page.locator('.journey, ol').first().waitFor()
  await expectAccessible(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBe(0)
  expect(problems).toEqual([])
})
