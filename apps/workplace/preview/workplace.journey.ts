import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview, type Trouble } from './server.ts'
import { caseId, conflictCase, workCase } from './tasks.ts'

const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
const browser = await testBrowser()
afterAll(() => preview.close())

/** Machines under test are slow. */
const patient = { timeout: 15_000 }
const reviewPath = `/cases/${conflictCase}?task=task-1`

async function open(path: string, visit: Visit & { trouble?: Trouble } = {}) {
  const visitor = await browser.visit(visit)
  if (visit.trouble) await set(visitor.page, visit.trouble)
  await visitor.page.goto(`${preview.origin}/workplace${path}`)
  return visitor
}

async function set(page: Page, trouble: Trouble | ''): Promise<void> {
  await page.context().addCookies([{ name: 'preview', value: trouble, url: preview.origin }])
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex ?? null)
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe('the keyboard', () => {
  test('goes through a list, takes a task, searches, opens a case and decides it', async () => {
    const { page, problems } = await open('/inbox/unit')
    await page.getByRole('row').nth(1).waitFor()

    await page.keyboard.press('j')
    expect(await focused(page)).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    expect(await focused(page)).toBe(3)
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    expect(await focused(page)).toBe(1)

    await page.keyboard.press('c')
    await page.getByText('The task is yours').waitFor({ state: 'attached' })
    await page.getByRole('row').nth(1).getByText('You', { exact: true }).waitFor()
    expect(await focused(page)).toBe(1)

    await page.keyboard.press('/')
    await page.keyboard.type('образцова ма')
    await expect.poll(() => page.getByRole('row').count(), patient).toBeLessThan(20)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('row').count(), patient).toBe(51)
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe(1)

    await page.keyboard.press('Enter')
    await page.getByText('You hold this task.').waitFor()
    await page.locator('#decision').waitFor()
    await page.keyboard.press('d')
    await page.keyboard.press('Space')
    expect(await page.getByRole('radio', { name: 'Grant (as the rules propose)' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Decide' }).press('Enter')
    const mistake = page.getByRole('link', { name: 'Reason, in words the applicant understands: please answer' })
    await mistake.press('Enter')
    await page.keyboard.type('The lower income is proven by a certificate.')
    await page.getByRole('button', { name: 'Decide' }).press('Enter')
    await page.getByRole('alertdialog').getByText('The lower income is proven').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Recorded: Grant', { exact: true }).waitFor()

    await page.keyboard.press('4')
    await page.keyboard.press('u')
    await page.getByRole('heading', { name: 'Tasks' }).waitFor()
    await page.keyboard.press('4')
    await expect.poll(() => page.getByRole('row').count(), patient).toBe(2)
    expect(problems).toEqual([])
  })

  test('works under a Cyrillic layout', async () => {
    const { page } = await open('/inbox/unit', { language: 'kk' })
    await page.getByRole('row').nth(1).waitFor()
    const press = (key: string, code: string) =>
      page.evaluate(
        ([key, code]) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true })),
        [key, code],
      )
    await press('о', 'KeyJ')
    expect(await focused(page)).toBe(1)
    await press('.', 'Slash')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('list-search')
  })

  test('shows its keys on ?, and single keys can be turned off', async () => {
    const { page } = await open('/inbox/unit')
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await expectAccessible(page)
    await page.getByText('Single keys work').click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    expect(await focused(page)).toBeNull()
    await page.reload()
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('j')
    expect(await focused(page)).toBeNull()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(1)
  })

  test('comes back to the line it left', async () => {
    const { page } = await open('/inbox/unit')
    await page.getByRole('row').nth(1).waitFor()
    for (const _ of [1, 2, 3, 4]) await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByText('History').first().waitFor()
    await page.keyboard.press('u')
    await expect.poll(() => focused(page), patient).toBe(4)
  })
})

describe('a case', () => {
  test('that a colleague took meanwhile is refused in words and shown anew', async () => {
    const { page } = await open('/inbox/unit?q=')
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: /^Take/ }) })
      .first()
    await row.waitFor()
    const other = await open('/inbox/unit')
    await other.page.getByRole('row').nth(1).waitFor()
    await other.page.getByRole('button', { name: /^Take/ }).first().click()
    await other.page.getByText('The task is yours').waitFor({ state: 'attached' })
    await row.getByRole('button').click()
    await page.getByText('Somebody else has just taken this task').waitFor()
  })

  test('shows the questions that follow from an answer, and what was wrong with each', async () => {
    const { page, problems } = await open(`/cases/${workCase}?task=task-6`)
    await page.getByRole('button', { name: 'Take the task' }).click()
    await page.getByRole('radio', { name: 'Yes' }).check()
    await page.getByLabel('Day').fill('31')
    await page.getByLabel('Month').selectOption('2')
    await page.getByLabel('Year').fill('2026')
    await page.getByRole('button', { name: 'Complete' }).click()
    await page.getByRole('link', { name: /^Since when: there is no such day/ }).waitFor()
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'No', exact: true }).check()
    expect(await page.getByLabel('Day').count()).toBe(0)
    await page.getByLabel('On what this rests').fill('The register is right.')
    await page.getByRole('button', { name: 'Complete' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Complete' }).click()
    await page.getByText('Recorded: Done').waitFor()
    expect(problems).toEqual([])
  })

  test('marks answers that differ', async () => {
    const { page, problems } = await open(reviewPath)
    await page.getByText('Answers differ on one point').waitFor()
    await expectAccessible(page)
    expect(problems).toEqual([])
  })

  test('keeps what was written when the session ends', async () => {
    const { page } = await open(reviewPath)
    await page.getByLabel('Reason, in words').fill('Written for long, and not to be lost')
    await page.getByRole('radio', { name: /^Grant/ }).check()
    await set(page, 'signed-out')
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Decide' }).click()
    const again = page.getByRole('link', { name: 'Sign in' })
    await again.waitFor()
    expect(await again.getAttribute('href')).toBe(
      `/sign-in?as=official&to=${encodeURIComponent('/workplace/signed-in')}`,
    )
    await set(page, '')
    await page.reload()
    await expect
      .poll(() => page.getByLabel('Reason, in words').inputValue(), patient)
      .toBe('Written for long, and not to be lost')
  })

  test('leads through a surer sign-in beside the page, and goes on with what was written', async () => {
    const { page, context, problems } = await open(reviewPath, { trouble: 'weak' })
    await page.getByLabel('Reason, in words').fill('Written for long, and not to be lost')
    await page.getByRole('radio', { name: /^Grant/ }).check()
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Decide' }).click()
    await page.getByRole('heading', { name: 'This needs a surer sign-in' }).waitFor()
    await expectAccessible(page)
    const beside = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Sign in' }).click()
    const tab = await beside
    if (!tab.isClosed()) await tab.waitForEvent('close')
    await expect.poll(() => page.getByRole('heading', { name: 'This needs a surer sign-in' }).count(), patient).toBe(0)
    expect(await page.getByLabel('Reason, in words').inputValue()).toBe('Written for long, and not to be lost')
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Decide' }).click()
    await page.getByText(/^Recorded: /).waitFor()
    expect(problems.filter(problem => !problem.includes('401'))).toEqual([])
  })

  test('that changed meanwhile is looked at again, and nothing that was written is lost', async () => {
    const { page } = await open(`/cases/${caseId(10)}?task=task-10`, { trouble: 'outdated' })
    await page.getByLabel('On what this rests').fill('The register is right.')
    await page.getByRole('radio', { name: 'No', exact: true }).check()
    const complete = async () => {
      await page.getByRole('button', { name: 'Complete' }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Complete' }).click()
    }
    await complete()
    await page.getByText('The case has changed since you opened it').waitFor()
    await expectAccessible(page)
    await set(page, '')
    await page.getByRole('button', { name: 'Show the case as it is now' }).click()
    await expect.poll(() => page.getByText('The case has changed since you opened it').count(), patient).toBe(0)
    expect(await page.getByLabel('On what this rests').inputValue()).toBe('The register is right.')
    await complete()
    await page.getByText('Recorded: Done').waitFor()
  })

  test('on a phone has its parts as tabs', async () => {
    const { page } = await open(reviewPath, { screen: 'phone', language: 'ru' })
    await page.getByRole('tab', { name: 'Сведения' }).click()
    await page.getByText('Ответы расходятся по 1 пункту').waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await expectAccessible(page)
  })
})

describe('nobody and others', () => {
  test('are sent to the sign-in and back', async () => {
    const { page } = await open('/exchange?outcome=done', { trouble: 'nobody' })
    await page.waitForURL(/\/sign-in\?as=official&to=%2Fworkplace%2Fexchange%3Foutcome%3Ddone$/)
  })

  test('are told where they belong', async () => {
    const { page, problems } = await open('/', { trouble: 'person' })
    await page.getByRole('heading', { name: 'This is where officials work' }).waitFor()
    await expectAccessible(page)
    expect(problems).toEqual([])
  })
})

describe('a role', () => {
  test('that works elsewhere is told so, and sees no section that it cannot open', async () => {
    const { page, problems } = await open('/', { trouble: 'personnel' })
    await page.getByRole('heading', { name: 'Personnel officer' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Sections' }).getByRole('link').count()).toBe(0)
    await expectAccessible(page)
    expect(problems).toEqual([])
  })

  test('that reads the exchange begins there', async () => {
    const { page } = await open('/', { trouble: 'auditor' })
    await page.getByRole('heading', { name: 'Exchange log' }).waitFor()
    await page.getByRole('row').nth(1).waitFor()
    expect(await page.getByRole('navigation', { name: 'Sections' }).getByRole('link').count()).toBe(4)
    expect(await page.getByRole('link', { name: 'Open the case' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Қаз' }).click()
    await page.getByRole('rowheader', { name: 'Тұлғаның табысы' }).first().waitFor()
    expect(await page.locator('.messages').innerText()).not.toContain('Benefit eligibility')
  })

  test('that sees a failed message goes its way step by step and finds the way out', async () => {
    const { page, problems } = await open('/exchange?outcome=exchange.access-not-granted', { trouble: 'auditor' })
    await page.getByRole('link', { name: 'Why does it fail?' }).first().click()
    await page.getByRole('heading', { name: 'Why does a service not answer?' }).waitFor()
    await page.getByText('Messages do not come through').waitFor()
    expect(await page.locator('.journey > li').count()).toBe(9)
    expect(await page.locator('.step-no').innerText()).toMatch(
      /Access\s+Stops messages\s+The access ended on .*2026.*Ask Tax/s,
    )
    await page.getByLabel('Purpose').fill('payment')
    await page.getByRole('button', { name: 'Look' }).click()
    await page.waitForURL(/purpose=payment/)
    await page.getByText('Messages do not come through').waitFor()
    await expectAccessible(page)
    expect(problems).toEqual([])
  })

  test('that meets a case of another body finds the way back', async () => {
    const unknown = 'case_0198a000-0000-7000-8000-0000000fffff'
    for (const path of [
      `/cases/${unknown}`,
      '/cases/nonsense',
      '/cases/nonsense/annex',
      '/operations/cases/nonsense',
    ]) {
      const { page } = await open(path)
      await page.getByRole('heading', { name: 'There is no such case' }).waitFor()
      await expectAccessible(page)
      await page.getByRole('main').getByRole('link', { name: 'To the list' }).click()
      await page.getByRole('heading', { name: 'Tasks' }).waitFor()
    }
  })
})

test.each(['en', 'ru', 'kk'] as const)('on a phone in %s the head has two rows and the lists one', async language => {
  const { page } = await open('/inbox/unit', { screen: 'phone', language })
  await page.getByRole('row').nth(1).waitFor()
  const heights = await page.evaluate(() => [
    document.querySelector('.header')?.clientHeight ?? 0,
    document.querySelector('.inbox-head .tabs')?.clientHeight ?? 0,
  ])
  expect(heights[0]).toBeLessThan(110)
  expect(heights[1]).toBeLessThan(60)
  expect(await page.locator('.bar-name').isVisible()).toBe(true)
})

const screens = [
  '/inbox/unit',
  '/inbox/mine',
  '/exchange',
  '/exchange/why?contract=tax-agency.income-by-person%401&purpose=benefit-eligibility',
  '/operations/incidents',
  '/operations/queues',
  '/operations/versions?service=monthly-child-benefit&from=1.0.1',
  '/operations/batches',
  '/operations/ways',
  `/operations/cases/${conflictCase}`,
  reviewPath,
  `/cases/${conflictCase}/annex`,
  '/nowhere',
]
describe('the page of operations', () => {
  const operator = { trouble: 'process-operator' } as const
  const because = 'The model was mended this morning'

  test('tries one incident again, only with a reason, and all the others in a batch', async () => {
    const { page, problems } = await open('/', operator)
    await page.getByRole('heading', { name: 'Operations' }).waitFor()
    await expect.poll(() => page.getByRole('row').count(), patient).toBe(13)
    await page.getByLabel('What is wrong').selectOption({ label: 'A step could not be carried out' })
    await expect.poll(() => page.getByRole('row').count(), patient).toBe(4)
    await page
      .getByRole('button', { name: /^Try again/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await dialog.getByText('Say why, in a few words.').waitFor()
    await expectAccessible(page)
    await dialog.getByLabel('Why').fill(because)
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('The case goes on.').waitFor()
    await expect.poll(() => page.getByRole('row').count(), patient).toBe(3)
    await page.getByRole('button', { name: 'Try all again' }).click()
    await dialog.getByLabel('Why').fill(because)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Ended', { exact: true }).waitFor()
    await expectAccessible(page)
    expect(problems).toEqual([])
  })

  test('checks a migration, maps a place, takes the cases over and shows how far it is', async () => {
    const { page, problems } = await open('/operations/queues', operator)
    await page.getByText('Questions to other bodies').waitFor()
    await page.keyboard.press('3')
    await page.getByRole('link', { name: /^Take to another version: .* 1\.0\.1/ }).click()
    await page.getByText('6 of 9 cases can go over').waitFor()
    await page.getByText('The new version has no such place').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Where “Review and decide” goes').selectOption('look')
    await page.getByText('9 of 9 cases can go over').waitFor()
    await page.getByRole('button', { name: 'Take 9 cases over' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Why').fill(because)
    await dialog.getByRole('button', { name: 'Take 9 cases over' }).click()
    await page.getByText('8 of 9 done · 1 refused').waitFor()
    await page.getByText('Nobody decides an own case').waitFor()
    expect(problems).toEqual([])
  })

  test('repairs one case: what comes of a change is shown before it is done', async () => {
    const { page, problems } = await open(`/operations/cases/${conflictCase}`, operator)
    await page.getByRole('combobox', { name: 'Move to' }).selectOption('review')
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('The task “Review and decide” opens').waitFor()
    await expectAccessible(page)
    await dialog.getByLabel('Why').fill(because)
    await dialog.getByRole('button', { name: 'Move' }).click()
    await page.getByText('Moved the process').waitFor()
    await page.getByLabel('Place in the data').fill('forWhom')
    await page.getByLabel('The right value').fill('other')
    await page.keyboard.press('Enter')
    await dialog.getByText('"other"').waitFor()
    await dialog.getByLabel('Why').fill(because)
    await dialog.getByRole('button', { name: 'Change the value' }).click()
    await page.getByText('The value is changed.').waitFor()
    expect(problems).toEqual([])
  })
})

test.each(eachVisit)('every screen is accessible, whole and quiet: %s', async (_, visit) => {
  const { page, problems } = await open('/', visit)
  for (const path of screens) {
    await page.goto(`${preview.origin}/workplace${path}`)
    await page.getByRole('main').locator('h1').waitFor()
    await expect.poll(() => page.locator('.skeleton').count(), { timeout: 10_000 }).toBe(0)
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(visit.language)
    await expectAccessible(page)
  }
  expect(problems).toEqual([])
})

describe('when there is', () => {
  const reaches = {
    empty: [
      '/inbox/mine',
      '/exchange',
      '/operations/incidents',
      '/operations/versions',
      '/operations/batches',
      '/operations/ways',
    ],
    'no-right': ['/exchange', '/operations/queues'],
    broken: [reviewPath, '/operations/incidents'],
  } as const
  test.each(['empty', 'no-right', 'broken'] as const)('%s, every screen says so in words', async trouble => {
    for (const path of reaches[trouble]) {
      const { page } = await open(path, { language: 'kk', trouble })
      await page.locator('.state').waitFor()
      await expectAccessible(page)
      expect(await page.locator('body').innerText()).not.toMatch(/[{}]|undefined|_0198/)
    }
  })

  test('no network, one sees what was known, and the rest says so', async () => {
    const { page, context } = await open('/inbox/unit', { language: 'ru' })
    await page.getByRole('row').nth(1).waitFor()
    await context.setOffline(true)
    await page.getByText('Нет связи. Вы видите данные на').waitFor()
    expect(await page.getByRole('row').count()).toBe(51)
    await page.getByRole('link', { name: 'Готово' }).click()
    await page.getByText('Ничего из сделанного не потеряно').waitFor()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Повторить' }).click()
    await page.getByText('Ничего из сделанного не потеряно').waitFor({ state: 'detached' })
  })
})
