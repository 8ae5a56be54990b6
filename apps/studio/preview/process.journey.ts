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
  await visitor.page.goto(`${preview.origin}/studio/drafts/${sampleDrafts.certificate}?file=process.bpmn`)
  await visitor.page.locator('.process-frame .djs-shape').first().waitFor()
  return visitor
}

test('a step is put in, set by forms, moved by hand, walked through and taken back', async () => {
  const { page, problems } = await open()
  const steps = page.getByRole('region', { name: 'Steps' }).getByRole('listitem')
  const before = await steps.count()
  const shapes = page.locator('.process-frame .djs-shape')
  const drawn = await shapes.count()
  await steps.nth(0).getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('button', { name: 'Notify', exact: true }).click()
  await expect.poll(() => steps.count()).toBe(before + 1)
  await expect.poll(() => shapes.count()).toBeGreaterThan(drawn)
  await page.getByText('The process can run.').waitFor()

  // What was put in is selected and has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('Notify')
  await page.getByLabel('Notice').selectOption('registered')
  await page.getByLabel('Name', { exact: true }).fill('Tell at once')
  await page.keyboard.press('Enter')
  await page.locator('.process-frame').getByText('Tell at once').waitFor()

  const shape = page.locator('.process-frame [data-element-id="notify"]')
  const box = await shape.boundingBox()
  if (box === null) throw new Error('the step is not drawn')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2 + 60, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => Math.round((await shape.boundingBox())?.y ?? 0)).toBeGreaterThan(box.y + 20)
  await page.getByText(/^Saved /).waitFor()

  await page.getByRole('button', { name: 'From the beginning' }).click()
  await page.getByText(/^Way so far/).waitFor()
  await page.getByText('now here').first().waitFor()
  await expectAccessible(page)
  const words = await page.getByText(/^Way so far/).innerText()
  await page
    .getByRole('button', { name: /^Done: / })
    .first()
    .click()
  await expect.poll(() => page.getByText(/^Way so far/).innerText()).not.toBe(words)
  expect(problems).toEqual([])
})

test('on a phone, in Kazakh, the list has everything, and the screen is whole', async () => {
  const { page } = await open({ language: 'kk', screen: 'phone' })
  await page.getByText('Қанша уақыт алады').click()
  await page.getByRole('button', { name: 'Есептеу' }).click()
  await expectWorded(page)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
