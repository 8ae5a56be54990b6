import type { Language } from '@tereze/operation'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(path: string, visit: Visit = {}) {
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/workplace${path}`)
  await visitor.page.getByRole('row').nth(1).waitFor()
  return visitor
}

/** Ticks so many tasks of the same work of one service that no colleague holds. */
async function tickAlike(page: Page, count: number): Promise<void> {
  const works = await page.locator('tbody tr').evaluateAll(rows =>
    rows.map(row => {
      const held = row.textContent?.includes('Шаблонов') ?? false
      return held ? '' : (row.querySelector('th')?.textContent ?? '')
    }),
  )
  const first = works.find(work => work !== '')
  const alike = works.flatMap((work, index) => (work === first ? [index] : [])).slice(0, count)
  for (const index of alike) await page.locator('tbody tr').nth(index).getByRole('checkbox').check()
}

describe('several tasks', () => {
  test('are ticked by keyboard and taken at once; of each it is told what became of it', async () => {
    const { page, problems } = await open('/inbox/unit')
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      await page.keyboard.press('j')
      await page.keyboard.press('x')
    }
    const bar = page.getByRole('region', { name: 'Chosen tasks' })
    await bar.getByText('6 tasks chosen').waitFor()
    await page.keyboard.press('x')
    await bar.getByText('5 tasks chosen').waitFor()
    await page.keyboard.press('x')
    await bar.getByRole('button', { name: 'Take them' }).press('Enter')
    await page.getByText('Done with 5 tasks').waitFor()
    await page.getByText(/: a colleague holds it$/).waitFor()
    expect(await page.getByRole('region', { name: 'Chosen tasks' }).count()).toBe(0)
    expect(await page.getByText('You', { exact: true }).count()).toBeGreaterThan(4)
    expect(problems).toEqual([])
  })

  test('are given to a colleague with a reason by whoever may', async () => {
    const { page } = await open('/inbox/overdue')
    await page.getByRole('row').nth(1).getByRole('checkbox').check()
    await page.getByRole('row').nth(3).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Give them to' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Give 2 tasks' }).waitFor()
    await expectAccessible(page)
    await dialog.getByLabel('To whom').selectOption({ label: 'Шаблонов Бекзат' })
    await dialog.getByLabel('Why').fill('The colleague is back')
    await dialog.getByRole('button', { name: 'Give', exact: true }).click()
    await page.getByText('Done with 2 tasks').waitFor()
    await page.getByRole('row').nth(1).getByText('Шаблонов Бекзат').waitFor()
  })

  test('of the same work are completed alike with an outcome and a reason; other work is not offered it', async () => {
    const { page, problems } = await open('/inbox/unit')
    await tickAlike(page, 3)
    await page.getByRole('row', { name: /error/i }).first().getByRole('checkbox').check()
    const complete = page.getByRole('button', { name: 'Complete alike' })
    expect(await complete.count()).toBe(0)
    await page.getByRole('row', { name: /error/i }).first().getByRole('checkbox').uncheck()
    await complete.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Complete 3 tasks alike' }).waitFor()
    await dialog.getByRole('button', { name: 'Complete 3 tasks' }).click()
    await dialog.locator('#mistakes').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('radio', { name: 'Grant' }).check()
    await dialog.getByLabel('Reason, in words the applicant understands').fill('All of them meet the conditions')
    await dialog.getByRole('button', { name: 'Complete 3 tasks' }).click()
    await page.getByText('Done with 3 tasks').waitFor()
    expect(problems).toEqual([])
  })
})

test('a list is narrowed to a service and a day, kept under a name with both, opened again, and forgotten', async () => {
  const { page, problems } = await open('/inbox/unit?q=образцова')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const filter = page.getByRole('dialog', { name: 'Filter' })
  await filter.getByLabel('Service').selectOption('birth-certificate')
  await filter.getByLabel('Territory').fill('1001')
  await filter.getByLabel('Due before').fill('2026-03-20')
  await expectAccessible(page)
  await filter.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('button', { name: 'Filter: 3' }).waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('before')).toBe('2026-03-20')
  await page.getByRole('button', { name: 'Saved lists' }).click()
  await page.getByLabel('Name for this list').fill('Образцова')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  const kept = page.getByRole('dialog').getByRole('link', { name: 'Образцова' })
  await kept.waitFor()
  await expectAccessible(page)
  const query = new URL((await kept.getAttribute('href')) ?? '', page.url()).searchParams
  expect(Object.fromEntries(query)).toEqual({
    q: 'образцова',
    service: 'birth-certificate',
    territory: '1001',
    before: '2026-03-20',
  })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Filter: 3' }).click()
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByRole('button', { name: 'Filter', exact: true }).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('образцова')
  await page.getByRole('button', { name: 'Saved lists' }).click()
  await kept.click()
  await page.getByRole('button', { name: 'Filter: 3' }).waitFor()
  await page.getByRole('button', { name: 'Saved lists' }).click()
  await page.getByRole('button', { name: /^Forget/ }).click()
  await page.getByText('You keep no list yet.').waitFor()
  expect(problems).toEqual([])
})

const alike: Readonly<Record<Language, string>> = {
  en: 'Complete alike',
  ru: 'Завершить одинаково',
  kk: 'Бірдей аяқтау',
}
test.each(eachVisit)('the lists with chosen tasks are accessible: %s', async (_, visit) => {
  const { page, problems } = await open('/inbox/territory', visit)
  await tickAlike(page, 2)
  await page.locator('.bulk-bar').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: alike[visit.language] }).click()
  await page.getByRole('dialog').getByRole('radio').first().waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
})
