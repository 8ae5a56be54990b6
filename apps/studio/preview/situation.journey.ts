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
  await visitor.page.goto(`${preview.origin}/studio/drafts/${sampleDrafts.situation}?file=situation.json`)
  await visitor.page.locator('.sit-step').first().waitFor()
  return visitor
}

test('by keyboard: a step is walked to, moved and given a condition that cannot be; the draft is tried out', async () => {
  const { page, problems } = await open()
  const names = () => page.locator('.sit-step strong').allTextContents()
  await page.locator('.sit-step').first().focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  const here = () => page.evaluate(() => document.activeElement?.querySelector('strong')?.textContent)
  await expect.poll(here).toBe('Clinic for the child')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(async () => (await names()).slice(4, 6)).toEqual(['Clinic for the child', 'Monthly benefit'])
  await expect.poll(here).toBe('Clinic for the child')
  const due = page.getByRole('textbox', { name: 'Due when' })
  await due.fill('facts.atachment.value = null')
  await page.getByText('It reads a fact that no source gives').waitFor()
  await due.fill('facts.attachment.value = null')
  await page.getByText(/^Saved /).waitFor()
  await expectAccessible(page)
  await page.getByRole('tab', { name: 'Try it out' }).click()
  await page.getByText('The situation begins.').waitFor()
  await page.getByRole('heading', { name: 'Attachment to a clinic: is offered' }).waitFor()
  await page.getByRole('button', { name: 'Only what must be known' }).click()
  await page.getByLabel('status').first().selectOption('annulled')
  await page.getByText('The situation does not begin.').waitFor()
  expect(problems).toEqual([])
})

test('on a phone, in Kazakh: the picture and the outcome are whole', async () => {
  const { page } = await open({ language: 'kk', screen: 'phone' })
  await expectWorded(page)
  await page.getByRole('tab', { name: 'Байқап көру' }).click()
  await page.getByText('Жағдай басталады.').waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
