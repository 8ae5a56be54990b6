import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser } from '../../../foundation/testing/src/browser/test-browser.ts'
import en from '../messages/en.json' with { type: 'json' }
import kk from '../messages/kk.json' with { type: 'json' }
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a designer of a region finds what collides, sees only the differences, chooses, and has a draft on the newer template', async () => {
  const { page, problems, context } = await browser.visit({})
  await context.addCookies([{ name: 'preview', value: 'region', url: preview.origin }])
  await page.goto(`${preview.origin}/studio/variants`)
  const table = page.getByRole('table', { name: en['variants.title'] })
  await table.waitFor()
  // Two regions collide; what nobody has joined may be joined in one's own region only.
  await page.getByRole('button', { name: `2 ${en['variants.state.conflicts']}` }).click()
  await page.getByText('1 service of 2').waitFor()
  await page.getByRole('button', { name: `2 ${en['variants.state.conflicts']}` }).click()
  await page.getByText('2 services of 2').waitFor()
  expect(await page.getByRole('button', { name: en['variants.join'], exact: true }).count()).toBe(1)
  await expectAccessible(page)
  const link = page.getByRole('link', { name: 'Help with heating in North Region' })
  await link.focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Help with heating in South Region')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: 'Help with heating in North Region' }).waitFor()
  const differs = page.getByRole('table', { name: 'What differs from the template' })
  expect(await differs.getByRole('row').count()).toBe(6)
  await differs.getByText(/30.?000/).waitFor()
  await expectAccessible(page)
  const move = page.getByRole('button', { name: 'Move to version 1.1.0' })
  expect(await move.isDisabled()).toBe(true)
  const keep = page.getByRole('radio', { name: 'Keep mine' })
  await keep.first().check()
  await page.getByRole('radio', { name: 'Take the template’s' }).last().check()
  await move.click()
  await page.getByRole('navigation', { name: 'Parts of the draft' }).waitFor()
  await page.getByRole('tab', { name: 'Write' }).waitFor()
  expect(problems).toEqual([])
})

test('on a phone, in Kazakh, the matrix and a variant of another body are whole and accessible', async () => {
  const { page } = await browser.visit({ language: 'kk', screen: 'phone' })
  await page.goto(`${preview.origin}/studio/variants?state=conflicts`)
  await page.getByRole('link', { name: 'Оңтүстік облыста жылытуға көмек' }).waitFor()
  await expectAccessible(page)
  expect(await overflow(page)).toBe(0)
  await page.goto(`${preview.origin}/studio/variants/heating-support-south`)
  await page.getByText(kk['variants.newer-other']).waitFor()
  await expectAccessible(page)
  expect(await overflow(page)).toBe(0)
})
