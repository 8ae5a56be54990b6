import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'
import { conflictCase, workCase } from './tasks.ts'

const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
const browser = await testBrowser()
afterAll(() => preview.close())

const review = `/cases/${conflictCase}?task=task-1`
const stuck = `/cases/${workCase}?task=task-6`

/** Opens a case, and its way by the key for it. */
async function openWay(path: string, visit: Visit = {}) {
  const visitor = await browser.visit(visit)
  const { page } = visitor
  await page.goto(`${preview.origin}/workplace${path}`)
  await page.getByRole('main').locator('h1').waitFor()
  await page.keyboard.press('w')
  await page.locator('.badge').first().waitFor()
  return visitor
}

const focusedStep = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-element') ?? null)
const chosenShape = (page: Page) => page.locator('.djs-shape.chosen').getAttribute('data-element-id')

describe('the way of a case', () => {
  test('is drawn with names of the language, signs of what is done and where it stands, and the taken way', async () => {
    const { page, problems } = await openWay(review, { language: 'kk' })
    await page.getByText('Қазір: Қарап, шешім қабылдау').first().waitFor()
    const drawn = (id: string) => page.locator(`.djs-shape[data-element-id=${id}]`)
    expect(await drawn('register').locator('text').textContent()).toContain('Тіркеу')
    expect(await drawn('review').getAttribute('class')).toContain('at-now')
    expect(await drawn('payment').getAttribute('class')).toContain('at-ahead')
    expect(await page.locator('.badge-now').count()).toBe(1)
    expect(await page.locator('.badge-done').count()).toBe(5)
    expect(await page.locator('.badge-timer').count()).toBe(1)
    expect(await page.locator('.flow-taken').count()).toBe(5)
    expect(problems).toEqual([])
  })

  test('says what is stuck, and why, by sign and word', async () => {
    const { page } = await openWay(stuck)
    expect(await page.locator('.badge-stuck').count()).toBe(1)
    const row = page.getByRole('row').filter({ hasText: 'Request facts' })
    await row.getByText('Cannot go on').waitFor()
    await row.getByText('2 times').waitFor()
    await row.getByText('Another system could not be reached.').waitFor()
  })

  test('is read as a table by keyboard, and the picture follows; what is clicked in the picture has the focus in the table', async () => {
    const { page, problems } = await openWay(review)
    await page.getByRole('button', { name: 'Register', exact: true }).focus()
    expect(await chosenShape(page)).toBe('register')
    await page.keyboard.press('ArrowDown')
    expect(await focusedStep(page)).toBe('request')
    expect(await chosenShape(page)).toBe('request')
    await page.keyboard.press('End')
    expect(await chosenShape(page)).toBe(await focusedStep(page))
    await page.locator('.djs-shape[data-element-id=eligibility]').click()
    await expect.poll(() => focusedStep(page)).toBe('eligibility')
    await page.getByRole('checkbox', { name: /not reached/ }).check()
    await page.getByRole('button', { name: 'Tell the result' }).focus()
    expect(await chosenShape(page)).toBe('notify')
    expect(problems).toEqual([])
  })

  test('is made larger, shown whole, and moved by arrow keys', async () => {
    const { page } = await openWay(review)
    const placed = () => page.locator('.way-frame .viewport').getAttribute('transform')
    const scale = async () => Number(/matrix\(([\d.]+)/.exec((await placed()) ?? '')?.[1] ?? 1)
    const first = await scale()
    await page.getByRole('button', { name: 'Larger' }).click()
    expect(await scale()).toBeGreaterThan(first)
    await page.getByRole('button', { name: 'The whole' }).click()
    expect(await scale()).toBeLessThan(first)
    const before = await placed()
    await page.locator('.way-frame svg[role=img]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await placed()).not.toBe(before)
  })

  test('of several processes shows the one that is chosen, also when nobody has drawn it', async () => {
    const { page, problems } = await openWay(review)
    await page.getByRole('radio', { name: /Correction of an error/ }).check()
    await page.getByText('The way is at its end').first().waitFor()
    // Signs are put upon the drawing when it is there.
    await expect.poll(() => page.locator('.badge-done').count(), { timeout: 15_000 }).toBe(3)
    expect(await page.locator('.djs-shape:not([data-element-id$=_label])').count()).toBe(3)
    expect(problems).toEqual([])
  })

  test('is printed in strips as wide as the paper, with the table', async () => {
    const { page } = await openWay(review)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.way-paper svg').count()).toBe(2)
    expect(await page.locator('.way-paper svg .badge').count()).toBeGreaterThan(5)
    expect(await page.locator('.way-paper svg').first().isVisible()).toBe(true)
    expect(await page.locator('.way-frame').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Larger' }).isVisible()).toBe(false)
  })
})

test.each(eachVisit)('the way of a case is accessible and no wider than the screen: %s', async (_, visit) => {
  for (const path of [review, stuck]) {
    const { page, problems } = await openWay(path, visit)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
  }
})
