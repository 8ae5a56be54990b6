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
