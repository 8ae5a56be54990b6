import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { expectWorded } from '../../../foundation/testing/src/browser/expect-worded.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { sampleDrafts } from './platform.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(visit: Visit = {}) {
  const visitor = await browser.visit(visit)
  const file = 'documents/birth-certificate.document.json'
  await visitor.page.goto(`${preview.origin}/studio/drafts/${sampleDrafts.certificate}?file=${file}`)
  await visitor.page.locator('.doc-text').first().waitFor()
  return visitor
}

test('a field is put in by keyboard, a part gets a condition, and the page is seen as it is printed', async () => {
  const { page, problems } = await open()
  const text = page.getByRole('textbox', { name: 'Paragraph 2, Kazakh' })
  await text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' {')
  await page.getByRole('combobox', { name: 'Find a field' }).fill('date of birth')
  await page.keyboard.press('Enter')
  await expect.poll(() => text.innerText()).toContain('Date of birth')
  await page.getByText('Russian: the text does not have the field “Date of birth”', { exact: false }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Жаңа азатжол')
  await page.getByLabel('Show this part only when (FEEL)').fill('birth.child.sex = "female"')
  await page.keyboard.press('Tab')
  const added = page.getByRole('region', { name: 'Paragraph 3' })
  await added.getByText('only when birth.child.sex = "female"').waitFor()
  await page.getByText(/^Saved /).waitFor()
  await expectAccessible(page)

  await page.getByText('See the page with data').click()
  await page.getByRole('button', { name: 'Show the page' }).click()
  const drawn = page.getByRole('img', { name: 'The page as it is printed' })
  await expect
    .poll(() => drawn.evaluate(image => (image as HTMLImageElement).naturalWidth), { timeout: 30_000 })
    .toBeGreaterThan(500)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => added.getByText('only when').count()).toBe(0)
  expect(problems).toEqual([])
})

test('on a phone, in Kazakh, the page and its settings are whole', async () => {
  const { page } = await open({ language: 'kk', screen: 'phone' })
  await expectWorded(page)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
