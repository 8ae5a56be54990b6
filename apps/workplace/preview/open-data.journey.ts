import { afterAll, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { expectWorded } from '../../../foundation/testing/src/browser/expect-worded.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const browser = await testBrowser()

async function open(visit: Visit) {
  const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
  afterAll(() => preview.close())
  const visitor = await browser.visit(visit)
  await visitor.context.addCookies([{ name: 'preview', value: 'head', url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/workplace/open-data`)
  await visitor.page.getByRole('row').nth(1).waitFor()
  return visitor
}

test('a head decides on what a colleague asked for, not on what was asked for here, and takes a version back', async () => {
  const { page, problems } = await open({ language: 'en', screen: 'desktop' })
  expect(await page.getByRole('button', { name: /^Approve the publication/ }).count()).toBe(1)
  await page.getByText('You asked, so another official decides').waitFor()
  await page.getByRole('button', { name: 'Approve the publication: Benefits by region' }).press('Enter')
  await page.getByText('being made').waitFor()

  await page.getByText('Ask to publish out of turn').click()
  await page.getByLabel('Dataset').selectOption({ label: 'Decision times' })
  await page.getByRole('textbox', { name: 'Why' }).fill('New figures')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('A publication of this dataset waits already').waitFor()

  await page.locator('summary', { hasText: 'Benefits by region' }).click()
  await page.getByRole('button', { name: 'Take back version 2: Benefits by region' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('A figure was wrong')
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await page.getByText('taken back', { exact: true }).waitFor()
  expect(problems.filter(problem => !problem.includes('409'))).toEqual([])
})

test.each(eachVisit)('everybody can use the page: %s', async (_, visit) => {
  const { page } = await open(visit)
  await page.locator('summary').last().click()
  await page.locator('summary').first().click()
  await expectAccessible(page)
  await expectWorded(page)
})
