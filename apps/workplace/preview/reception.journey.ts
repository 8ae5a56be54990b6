import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { expectWorded } from '../../../foundation/testing/src/browser/expect-worded.ts'
import { testBrowser } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const browser = await testBrowser()

test('a visitor takes a number, an operator calls it by keys, the board in the hall shows and says it, with nobody’s name', async () => {
  const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
  afterAll(() => preview.close())
  const { page, context, problems } = await browser.visit({ language: 'en', screen: 'phone' })
  await context.addCookies([{ name: 'preview', value: 'one-stop-shop-operator', url: preview.origin }])
  await page.goto(`${preview.origin}/workplace/kiosk/one-stop-shop/north`)
  await page.getByRole('button', { name: /Birth and benefits/ }).waitFor()
  await expectAccessible(page)
  await expectWorded(page)
  await page.getByRole('button', { name: /Birth and benefits/ }).click()
  await page.getByText('A-005').waitFor()
  await page.getByText('Before you in this queue: 2').waitFor()

  await page.goto(`${preview.origin}/workplace/`)
  await page.getByRole('button', { name: 'Window 1: A' }).click()
  await page.getByRole('heading', { name: 'Window 1' }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('status').getByText('A-002').waitFor()
  await page.getByRole('button', { name: 'Call again (R)' }).waitFor()
  await page.keyboard.press('r')
  await expectAccessible(page)
  await expectWorded(page)

  const desk = page.getByRole('region', { name: 'Visitor' })
  const find = async (born: string) => {
    await desk.getByLabel('National number').fill('DM-1')
    await desk.getByLabel('Date of birth').first().fill(born)
    await desk.getByRole('button', { name: 'Find', exact: true }).click()
  }
  await find('1999-01-01')
  await desk.getByText('Register a person whom no register knows').click()
  await expectAccessible(page)
  await expectWorded(page)
  await find('1950-01-31')
  await desk.getByRole('button', { name: 'Open a visit' }).click()
  const pad = desk.getByRole('img', { name: 'Field for the signature' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('there is no field to sign in')
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 20, box.y + box.height - 20, { steps: 5 })
  await page.mouse.up()
  await expectAccessible(page)
  await desk.getByRole('button', { name: 'Confirm by this signature' }).click()
  await desk.getByRole('button', { name: 'Apply', exact: true }).waitFor()
  await expectAccessible(page)
  await desk.getByRole('button', { name: 'End the visit' }).click()
  await desk.getByLabel('National number').waitFor()
  expect(await desk.textContent()).not.toContain('Мысалов')

  await page.goto(`${preview.origin}/workplace/board/one-stop-shop/north`)
  const row = page.getByRole('row', { name: /A-002/ })
  await row.waitFor()
  expect(await row.getByRole('cell').textContent()).toBe('1')
  const said = page.locator('[aria-live=assertive] p')
  expect(await said.allTextContents()).toEqual(
    expect.arrayContaining(['Number A-002, window 1', 'Номер A-002, окно 1', 'A-002 нөмірі, 1-терезе']),
  )
  await expectAccessible(page)
  expect(problems).toEqual([])
})
