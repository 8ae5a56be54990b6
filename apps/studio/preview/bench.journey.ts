import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser } from '../../../foundation/testing/src/browser/test-browser.ts'
import { sampleDrafts } from './platform.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())
const bench = `${preview.origin}/studio/drafts/${sampleDrafts.benefit}/bench`

test('stories are told, a gap leads to a recording by doing, the kept story closes it; who tried it is certified', async () => {
  const { page, problems } = await browser.visit()
  await page.goto(bench)
  await page.getByRole('button', { name: 'Tell all stories' }).click()
  await page.getByText('Does not hold').first().waitFor()
  await page
    .getByText(/^Outcome: expected .*, found granted$/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Record a story for it' }).click()

  await page.getByRole('button', { name: /: Application$/ }).click()
  await page.getByLabel('Why do you apply?').fill('A name')
  await page.getByRole('button', { name: 'Do this step' }).click()
  await page.getByText('result delivered').waitFor()
  await page.getByRole('button', { name: /takes the application back$/ }).click()
  await page.getByText('closed', { exact: true }).waitFor()
  await page.getByLabel('Deadline').uncheck()
  await page.getByLabel('What it tells, in one sentence').fill('Taken back')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep the story' }).click()

  const story = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Taken back' }) })
  await story.getByText('Not told yet').waitFor()
  await story.getByRole('button', { name: 'Tell this one' }).click()
  await story.getByText('Holds', { exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'Record a story for it' }).count()).toBe(0)

  await page.getByLabel('Who tried what').fill('Two parents asked for a certificate')
  await page.getByLabel('How many persons').fill('2')
  await page.getByLabel('What was seen').fill('Both got it')
  await page.getByLabel('Yes').check()
  await page.getByRole('button', { name: 'Certify' }).click()
  await page.getByText('2 persons tried it and got through').waitFor()
  expect(problems).toEqual([])
})

test('on a phone, in Kazakh, bench and recorder are whole and accessible', async () => {
  const { page } = await browser.visit({ language: 'kk', screen: 'phone' })
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.goto(bench)
  await page.getByRole('heading', { name: 'Адамдармен сынау' }).waitFor()
  await expectAccessible(page)
  expect(await overflow()).toBe(0)
  await page.getByRole('link', { name: 'Оқиға жазу', exact: true }).click()
  await page.getByRole('heading', { name: 'Әрі қарай не болады' }).waitFor()
  await expectAccessible(page)
  expect(await overflow()).toBe(0)
})
