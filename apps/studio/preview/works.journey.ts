import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'
import { sampleWork } from './works.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a work is found on the board, its tasks done, its gate passed by somebody else, and sent back', async () => {
  const { page, context, problems } = await browser.visit()
  await page.goto(`${preview.origin}/studio/works`)
  await page.getByRole('heading', { name: /^Analytics/ }).waitFor()
  await page.getByText('Day 20 of 14: late').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Show').selectOption('late')
  await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(1)
  await page.getByLabel('Show').selectOption('open')
  await page.getByRole('searchbox').fill('birth')
  await page.getByRole('link', { name: 'Birth benefit' }).click()

  const tasks = page.getByRole('region', { name: 'Tasks' }).getByRole('listitem')
  const gate = page.getByRole('region', { name: 'The gate' })
  await gate.getByText('2 tasks are not done').waitFor()
  await expectAccessible(page)
  await tasks.first().getByRole('button', { name: 'Take it' }).click()
  await tasks.first().getByText('in hand').waitFor()
  for (const task of await tasks.all()) {
    await task.getByRole('button', { name: 'It is done' }).click()
    await task.getByLabel('What came of it?').fill('Asked twelve mothers')
    await task.getByRole('button', { name: 'Finish' }).click()
    await task.getByText('done', { exact: true }).waitFor()
  }
  await page.getByRole('button', { name: 'Say where it lies' }).click()
  await page.getByLabel('Address, beginning with https://').fill('https://files.example/hypotheses')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('link', { name: 'https://files.example/hypotheses' }).waitFor()
  await page.getByRole('button', { name: 'Set a hypothesis' }).click()
  await page.getByLabel('What will be otherwise?').fill('Nobody brings papers')
  await page.getByLabel('Measured by').selectOption('papers')
  await page.getByLabel('Before').fill('3')
  await page.getByLabel('Target').fill('0')
  await page.getByRole('button', { name: 'Set a hypothesis' }).click()
  await page.getByText('Papers that are asked for: 3 → 0').waitFor()
  expect(await gate.getByRole('button', { name: 'Go on to the next stage' }).count()).toBe(0)

  await context.addCookies([{ name: 'preview', value: 'reviewer', url: preview.origin }])
  await page.reload()
  await gate.getByRole('button', { name: 'Go on to the next stage' }).click()
  await gate.getByText('The draft is begun').waitFor()
  await gate.getByRole('button', { name: 'Back to an earlier stage' }).click()
  await gate.getByLabel('Analyse the main barriers').check()
  await gate.getByLabel('Why?').fill('Twelve are too few')
  await expectAccessible(page)
  await gate.getByRole('button', { name: 'Send it back' }).click()
  await page.getByText('to be done again').waitFor()
  await page.getByText('Back to: Analytics — Twelve are too few').waitFor()
  expect(problems).toEqual([])
})

test('the head gives a role with a term and takes one away, and none to herself', async () => {
  const { page, context, problems } = await browser.visit()
  await context.addCookies([{ name: 'preview', value: 'head', url: preview.origin }])
  await page.goto(`${preview.origin}/studio/works`)
  await page.getByRole('link', { name: 'Roles' }).click()
  await page.getByText('This is you').waitFor()
  expect(await page.getByRole('button', { name: /Give a role.*Эталонова/ }).count()).toBe(0)
  await page.getByRole('button', { name: /Give a role.*Шаблонов/ }).click()
  await page.getByRole('combobox').selectOption('publisher')
  await page.getByLabel(/^Last day/).fill('2020-01-01')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Give a role', exact: true }).click()
  await page.getByRole('alert').getByText('The term is over before it begins').waitFor()
  await page.getByLabel(/^Last day/).fill('')
  await page.getByRole('button', { name: 'Give a role', exact: true }).click()
  await page.getByRole('button', { name: /Take away.*Publisher/ }).click()
  await expect.poll(() => page.getByRole('button', { name: /Take away.*Publisher/ }).count()).toBe(0)
  expect(problems.filter(one => !one.includes('422'))).toEqual([])
})

test.each(['ru', 'kk'] as const)('works fit a phone (%s)', async language => {
  const { page, problems } = await browser.visit({ screen: 'phone', language })
  for (const path of ['/works', '/works/begin', `/works/${sampleWork}`, '/roles']) {
    await page.goto(`${preview.origin}/studio${path}`)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await expect
      .poll(() => page.getByRole('main').getByRole('button').or(page.getByRole('searchbox')).count())
      .toBeGreaterThan(0)
    expect(await overflow(page), `${language} ${path}`).toBeLessThanOrEqual(0)
  }
  expect(problems).toEqual([])
})
