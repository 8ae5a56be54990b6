import { setTimeout as sleep } from 'node:timers/promises'
import type { Language } from '@tereze/operation'
import { afterAll, describe, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'
import { caseId } from './tasks.ts'

const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
const browser = await testBrowser()
afterAll(() => preview.close())

/** Opens one of the cases whose task is one's own. */
async function openOwn(index: 1 | 10 | 19 | 28, visit: Visit = {}) {
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/workplace/cases/${caseId(index)}?task=task-${index}`)
  await visitor.page.getByRole('main').locator('h1').waitFor()
  return visitor
}

describe('with an own task an official', () => {
  test('reads why it is due on that day, suspends the term by keyboard, and lets it run on', async () => {
    const { page, problems } = await openOwn(1)
    await page.getByText(/^Why \d/).click()
    await page.getByText('5 working days from the registration').waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).press('Enter')
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Suspend the term' }).waitFor()
    await dialog.getByText('until a day that you name, at the longest 1 month').waitFor()
    await dialog.getByRole('radio', { name: 'Another decision is awaited' }).check()
    await dialog.getByLabel('Until and including').fill('2026-03-20')
    await dialog.getByRole('radio', { name: 'The applicant must explain an income' }).check()
    expect(await dialog.getByLabel('Until and including').count()).toBe(0)
    await dialog.getByLabel('Why, in words the applicant understands').fill('Which of the two incomes is right?')
    await dialog.getByRole('button', { name: 'Suspend', exact: true }).press('Enter')
    await page.getByText('The term stands still').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
      'Give to a colleague for a time',
      'Let the term run on',
      'Return to the applicant',
    ])
    await page.getByRole('menuitem', { name: 'Let the term run on' }).click()
    await page.getByLabel('Why it goes on').fill('The employer has proven it')
    await page.getByRole('button', { name: 'Let it run on' }).click()
    await page.getByText('The term stands still').waitFor({ state: 'detached' })
    expect(problems).toEqual([])
  })

  test('asks the applicant, and sees what was asked', async () => {
    const { page } = await openOwn(10)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Ask the applicant' }).click()
    await page.getByLabel('What you need').fill('Please send the paper of your employer')
    await page.getByRole('checkbox', { name: 'Income a month' }).check()
    await page.getByLabel('Until and including').fill('2026-03-20')
    await page.getByRole('radio', { name: 'Yes. The applicant must explain an income' }).check()
    expect(await page.getByLabel('Until and including').count()).toBe(0)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByRole('heading', { name: 'Asked of the applicant' }).waitFor()
    await page.getByText('The term stands still').waitFor()
    await page.getByText('Please send the paper of your employer').waitFor()
    await page.getByText('Waits for the answer').waitFor()
  })

  test('gives it to a colleague for a time, with a note that stands among the comments', async () => {
    const { page } = await openOwn(19)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Give to a colleague for a time' }).click()
    await page.getByLabel('To whom').selectOption({ label: 'Шаблонов Бекзат' })
    await page.getByLabel('A note to the colleague').fill('I am away until Friday')
    await page.getByLabel('Until and including').fill('2026-03-06')
    await page.getByRole('button', { name: 'Give', exact: true }).click()
    await page.getByText('Шаблонов Бекзат holds this task.').waitFor()
    await page.getByText('I am away until Friday').waitFor()
  })

  test('is told why something cannot be done, and comments on the case', async () => {
    const { page } = await openOwn(28)
    await page.route('**/*', async route => {
      // A network that takes its time: the focus must outlive the wait, or Escape would close nothing.
      if (route.request().method() === 'POST') await sleep(300)
      await route.continue()
    })
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Return for correction' }).click()
    await page.getByLabel('What has to be corrected').fill('The sum')
    await page.getByRole('button', { name: 'Return', exact: true }).click()
    await page.getByText('There is nobody to return this to').waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('Comment', { exact: true }).fill('Please look at the second income')
    await page.locator('summary', { hasText: 'Name colleagues' }).click()
    await page.getByRole('checkbox', { name: 'Шаблонов Бекзат' }).check()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('To: Шаблонов Бекзат').waitFor()
    expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('')
  })
})

const dialogs: Readonly<Record<Language, string>> = {
  en: 'Ask the applicant',
  ru: 'Запросить у заявителя',
  kk: 'Өтініш берушіден сұрату',
}
test.each(eachVisit)('the dialogs of acts are accessible: %s', async (_, visit) => {
  const { page, problems } = await openOwn(1, visit)
  await page.locator('.holding-own + .button').click()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: dialogs[visit.language] }).click()
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
})
