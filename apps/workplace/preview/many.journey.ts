import type { Language } from '@tereze/operation'
import { afterAll, describe, expect, test } from 'vitest'
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
})

test('a list with its search is kept under a name, opened again, and forgotten', async () => {
  const { page, problems } = await open('/inbox/unit?q=образцова')
  await page.getByRole('button', { name: 'Saved lists' }).click()
  await page.getByLabel('Name for this list').fill('Образцова')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  const kept = page.getByRole('dialog').getByRole('link', { name: 'Образцова' })
  await kept.waitFor()
  await expectAccessible(page)
  expect(await kept.getAttribute('href')).toContain('/inbox/unit?q=')
  await page.getByRole('button', { name: /^Forget/ }).click()
  await page.getByText('You keep no list yet.').waitFor()
  expect(problems).toEqual([])
})

const languages: readonly Language[] = ['en', 'ru', 'kk']
test.each(languages)('the lists with chosen tasks are accessible in %s, on a phone too', async language => {
  for (const screen of ['desktop', 'phone'] as const) {
    const { page, problems } = await open('/inbox/territory', { language, screen })
    await page.getByRole('row').nth(1).getByRole('checkbox').check()
    await page.locator('.bulk-bar').waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
  }
})
