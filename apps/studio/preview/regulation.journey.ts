import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { sampleDrafts } from './platform.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(visit: Visit = {}) {
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/studio/drafts/${sampleDrafts.blank}?file=digital-regulation.json`)
  return visitor
}

test('on a phone, in Kazakh, the editor is whole and accessible', async () => {
  const { page } = await open({ language: 'kk', screen: 'phone' })
  const begin = page.getByRole('button', { name: 'Регламентті бастау' })
  const tab = page.getByRole('tab', { name: 'Жазу' })
  await begin.or(tab).waitFor()
  if (await begin.isVisible()) await begin.click()
  await tab.waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})

test('a press right after typing is not lost while what was wrong vanishes', async () => {
  const { page } = await open()
  const begin = page.getByRole('button', { name: 'Begin a regulation' })
  await begin.or(page.getByRole('tab', { name: 'Write' })).waitFor()
  if (await begin.isVisible()) await begin.click()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Acts and clauses' }).click()
  const add = page.getByRole('button', { name: 'Add: Clause', exact: true })
  await add.click()
  const clauses = page.getByRole('combobox', { name: 'Source: act and article: Act', exact: true })
  await clauses.first().waitFor()
  const before = await clauses.count()
  for (const language of ['English', 'Russian', 'Kazakh'])
    await page
      .getByRole('textbox', { name: `Text, ${language}`, exact: true })
      .last()
      .fill(`Anybody may apply (${language})`)
  const press = async () => {
    const place = await add.boundingBox()
    await page.mouse.move((place?.x ?? 0) + 8, (place?.y ?? 0) + 8)
    await page.mouse.down()
    return add.evaluate(button => button.matches(':active'))
  }
  // On a slow machine the button may move between the look at its place and the press: whoever missed it presses again.
  while (!(await press())) await page.mouse.up()
  // Longer than typing rests.
  await page.waitForTimeout(500)
  await page.mouse.up()
  await expect.poll(() => clauses.count()).toBe(before + 1)
})
