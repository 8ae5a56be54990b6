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
  await visitor.page.getByRole('main').locator('h1').waitFor()
  return visitor
}

describe('in the data catalogue an official', () => {
  test('finds a concept by keyboard, and sees where its data come from and go', async () => {
    const { page, problems } = await open('/registers')
    await page.getByRole('link', { name: 'the data catalogue' }).click()
    await page.getByRole('heading', { name: 'Data catalogue' }).waitFor()
    await page.getByText(/^1\d\d entries$/).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('date of brith')
    await page.getByRole('link', { name: 'Date of birth', exact: true }).first().waitFor()
    await page.getByRole('link', { name: 'Date of birth', exact: true }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Who gets them' }).waitFor()
    await page.getByText('act:family-benefits/8').first().waitFor()
    const picture = page.getByRole('group', { name: 'Picture of the way of the data' })
    const register = picture.getByRole('button', { name: /^Population register/ })
    await register.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Register: Population register').waitFor()
    expect(await register.getAttribute('aria-pressed')).toBe('true')
    expect(await picture.locator('path.line-chosen').count()).toBeGreaterThan(0)
    const boxes = await picture.getByRole('button').count()
    expect(await page.locator('.lineage-list ul > li').count()).toBe(boxes)
    expect(problems).toEqual([])
  })

  test('is told when nothing is called so, and when there is no such concept', async () => {
    const { page } = await open('/catalogue?words=zodiac')
    await page.getByText('Nothing is called so').waitFor()
    const other = await open('/catalogue/star-sign')
    await other.page.getByRole('heading', { name: 'Not found' }).waitFor()
  })

  test.each(eachVisit)('sees pages that everybody can use: %s', async (_, visit) => {
    const { page } = await open('/catalogue?kind=register', visit)
    await page.locator('.catalogue-entries li').first().waitFor()
    await expectAccessible(page)
    await page.goto(`${preview.origin}/workplace/catalogue/date-of-birth`)
    await page.locator('.lineage-list').waitFor()
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
