import { afterAll, describe, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { choiceTask, plainTask } from './offers.ts'
import { startPreview } from './server.ts'
import { caseId } from './tasks.ts'

const browser = await testBrowser()

/** Opens an own task of the n-th case, on a platform of its own, and waits for what there is to do. */
async function openTask(index: number, task: string, part: string, visit: Visit) {
  const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
  afterAll(() => preview.close())
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/workplace/cases/${caseId(index)}?task=${task}`)
  await visitor.page.locator(part).waitFor()
  return visitor
}

/** Opens the case whose official chooses what is done. */
const openChoice = (visit: Visit = {}) => openTask(127, choiceTask, '#activities', visit)

describe('an official who chooses what is done', () => {
  test('begins one step after the other by keyboard, and says when nothing more is to be begun', async () => {
    const { page, problems } = await openChoice()
    await page.keyboard.press('d')
    const visit = page.getByRole('button', { name: 'Begin: Visit the family' })
    expect(await visit.evaluate(button => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Begun: Visit the family').waitFor()
    expect(await visit.evaluate(button => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByText('2 under way').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Begun: Ask the neighbours').waitFor()
    await page.getByText('under way', { exact: true }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Nothing more to begin' }).press('Enter')
    const dialog = page.getByRole('alertdialog')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Nothing more to begin' }).press('Enter')
    await dialog.getByRole('button', { name: 'Complete' }).press('Enter')
    await page.getByText(/^Recorded: /).waitFor()
    expect(problems).toEqual([])
  })
})

test('a task in which there is nothing to fill in is completed by keyboard after a last look', async () => {
  const { page, problems } = await openTask(118, plainTask, '#plain', {})
  await expectAccessible(page)
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Complete' }).press('Enter')
  await page.getByText(/^Recorded: /).waitFor()
  expect(problems).toEqual([])
})

test.each(eachVisit)('the choice is accessible: %s', async (_, visit) => {
  const { page, problems } = await openChoice(visit)
  await page.locator('#activities .button').first().click()
  await page.locator('#activities .tag').waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
})
