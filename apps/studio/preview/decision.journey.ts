import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { expectWorded } from '../../../foundation/testing/src/browser/expect-worded.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { sampleDrafts } from './platform.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(visit: Visit = {}) {
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/studio/drafts/${sampleDrafts.benefit}?file=decisions/eligibility.dmn`)
  await visitor.page.getByRole('grid').waitFor()
  return visitor
}

test('by keyboard only: a cell is tried while it is typed, a rule is added, moved and taken back', async () => {
  const { page, problems } = await open()
  const here = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.cell ?? null)
  for (let n = 0; n < 60 && (await here()) === null; n++) await page.keyboard.press('Tab')
  expect(await here()).toBe('0:0')
  const rules = () => page.getByRole('rowheader').count()
  const before = await rules()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('< )')
  await page.getByText(/cannot be read from/).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect.poll(here).toBe('1:0')
  expect(await rules()).toBe(before + 1)
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(here).toBe('0:0')
  // A rule that takes everything hides the others, and is told of at their place.
  await page
    .getByText(/Never reached: rule 1/)
    .first()
    .waitFor()
  await page.getByText(/^Saved /).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(rules).toBe(before)
  expect(problems).toEqual([])
})

test('on a phone, in Russian: an example shows which rule applies; the screen is whole', async () => {
  const { page } = await open({ language: 'ru', screen: 'phone' })
  await page.getByText('Что от чего зависит').click()
  await page.getByRole('region', { name: 'Проверить на примере' }).getByRole('textbox').first().fill('1')
  await page.getByText('Результат', { exact: true }).waitFor()
  await page.getByText('сработало').first().waitFor()
  await expectWorded(page)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
