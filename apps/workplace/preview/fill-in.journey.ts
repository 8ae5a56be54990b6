import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'
import { caseId } from './tasks.ts'

const browser = await testBrowser()
const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
afterAll(() => preview.close())

async function openForm(visit: Visit) {
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/workplace/cases/${caseId(10)}?task=task-10`)
  await visitor.page.locator('#decision').waitFor()
  return visitor
}

test('an official finds an address while typing, by keyboard', async () => {
  const { page, problems } = await openForm({ language: 'en', screen: 'desktop' })
  const box = page.getByRole('combobox', { name: 'Where it was found' })
  await box.fill('Samp')
  await page.getByRole('option').nth(3).waitFor()
  await box.press('ArrowDown')
  await box.press('ArrowDown')
  await expectAccessible(page)
  await box.press('Enter')
  expect(await box.inputValue()).toBe('Sample street, 3')
  expect(await page.locator('input[name="/check/where/found"]').inputValue()).toContain('address_0198a000')
  await box.press('End')
  await box.pressSequentially(' b')
  expect(await page.locator('input[name="/check/where/found"]').inputValue()).toBe('')
  await page.getByRole('option').first().waitFor()
  await box.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  expect(problems).toEqual([])
})

test('what an official no longer asks does not open the list when it is answered', async () => {
  const { page, problems } = await openForm({ language: 'en', screen: 'desktop' })
  await page.route('**/suggest-records**', () => {})
  const box = page.getByRole('combobox', { name: 'Where it was found' })
  const asked = page.waitForRequest('**/suggest-records**')
  await box.fill('Samp')
  await asked
  const given = page.waitForEvent('requestfailed', { predicate: request => request.url().includes('suggest-records') })
  await box.press('Escape')
  await given
  expect(await box.getAttribute('aria-expanded')).toBe('false')
  expect(problems).toEqual([])
})

test.each([
  ['ru', 'Убрать'],
  ['kk', 'Алып тастау'],
] as const)('on a phone in %s files come, are refused with the reason, and are removed', async (language, remove) => {
  const { page, problems } = await openForm({ language, screen: 'phone' })
  const input = page.locator('#decision input[type=file]')
  const buffer = Buffer.from('%PDF-1.7')
  await input.setInputFiles({ name: 'анықтама.pdf', mimeType: 'application/pdf', buffer })
  const button = page.getByRole('button', { name: new RegExp(`^${remove}.*анықтама.pdf$`) })
  await button.waitFor()
  await input.setInputFiles({ name: 'setup.exe', mimeType: 'application/pdf', buffer })
  await page.getByText('Such files are not taken').first().waitFor()
  await expectAccessible(page)
  await button.click()
  await button.waitFor({ state: 'detached' })
  expect(problems.filter(problem => !problem.includes('415'))).toEqual([])
})
