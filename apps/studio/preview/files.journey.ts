import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { expectWorded } from '../../../foundation/testing/src/browser/expect-worded.ts'
import { testBrowser } from '../../../foundation/testing/src/browser/test-browser.ts'
import { sampleDrafts } from './platform.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

test('a source, a notice and words are changed without a file being seen', async () => {
  const { page, problems } = await browser.visit({})
  const open = (file: string) => page.goto(`${preview.origin}/studio/drafts/${sampleDrafts.benefit}?file=${file}`)
  await open('sources.json')
  await page.getByText('entitlement', { exact: true }).click()
  await page.getByRole('radio', { name: 'From another body, by contract' }).last().check()
  await page
    .getByRole('combobox', { name: 'From another body, by contract' })
    .last()
    .selectOption('civil-registry.person@1')
  await page.getByRole('textbox', { name: 'Only when' }).last().fill('child != (')
  await page.getByText('The condition cannot be read').waitFor()
  await page.getByRole('textbox', { name: 'Only when' }).last().fill('child != null')
  await page.getByText(/^Saved /).waitFor()
  await expectAccessible(page)

  await open('notices/granted.md')
  await page.getByRole('textbox', { name: 'Subject, English' }).fill('Granted: {sum}')
  await page.getByText('The value “sum” is not listed below').waitFor()
  await page.getByRole('textbox', { name: 'Subject, English' }).fill('Granted: {amount}')
  await page
    .getByRole('heading', { name: /Granted: .*120.000/ })
    .first()
    .waitFor()
  await page.getByText(/^Saved /).waitFor()
  await expectAccessible(page)

  await open('messages/kk.json')
  await page.getByRole('textbox', { name: 'title, Kazakh', exact: true }).fill('')
  await page.getByText('Only what is missing or wrong (1)').click()
  await page.getByText('The text is missing.').waitFor()
  expect(await page.locator('.words-rows > li').count()).toBe(1)
  expect(problems).toEqual([])
})

test('on a phone, in Russian: rights and the identity card are whole', async () => {
  const { page } = await browser.visit({ language: 'ru', screen: 'phone' })
  for (const file of ['access.json', 'service.json']) {
    await page.goto(`${preview.origin}/studio/drafts/${sampleDrafts.benefit}?file=${file}`)
    await page.locator('.file-form').waitFor()
    await expectWorded(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  }
  await expectAccessible(page)
})
