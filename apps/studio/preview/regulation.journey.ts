import { fileURLToPath } from 'node:url'
import { checkSources, hashOf, readContent, readFormats } from '@tereze/catalogue'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { supports } from '../../server/src/composition/package-supports.ts'
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

/** Fills the words of a field in the three languages. */
async function say(page: Page, label: string, text: string, at = 0): Promise<void> {
  for (const [name, own] of [
    ['English', text],
    ['Russian', `${text}, по-русски`],
    ['Kazakh', `${text}, қазақша`],
  ] as const)
    await page
      .getByRole('textbox', { name: `${label}, ${name}`, exact: true })
      .nth(at)
      .fill(own)
}

const choose = (page: Page, label: string, value: string, at = 0) =>
  page.getByRole('combobox', { name: label, exact: true }).nth(at).selectOption(value)

async function section(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click()
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** The files of the draft as they are saved. */
async function filesOfDraft(page: Page): Promise<Record<string, string>> {
  const files = await page.evaluate(async draft => {
    const body = JSON.stringify({ organisation: 'social-protection', draft })
    const reply = await fetch('/v1/studio/get-draft', { method: 'POST', body })
    return ((await reply.json()) as { files: { path: string; text: string }[] }).files
  }, sampleDrafts.blank)
  return Object.fromEntries(files.map(({ path, text }) => [path, text]))
}

/** What the check of packages finds in the files of a draft, beside all that is published. */
async function faultsOf(draft: Record<string, string>) {
  const files = Object.fromEntries(Object.entries(draft).filter(([path]) => !path.startsWith('.')))
  const folder = 'services/land/garden-plot'
  const own = { kind: 'service' as const, id: 'garden-plot', version: '1.0.0', hash: hashOf(files), folder, files }
  const root = fileURLToPath(new URL('../../../content', import.meta.url))
  const [formats, content] = await Promise.all([readFormats(`${root}/format`), readContent(root)])
  return (await checkSources([own], formats, supports, content)).problems
}

test('a package without faults is made from a blank regulation, and nobody sees a file', async () => {
  const { page, problems } = await open()
  await press(page, 'Begin a regulation')
  await say(page, 'Name', 'Garden plot')
  await say(page, 'What it gives', 'A plot of land for a garden')

  await section(page, 'Bodies and approval')
  await choose(page, 'Body that decides', 'org:social-protection')
  await section(page, 'Acts and clauses')
  await press(page, 'Add: Act')
  await choose(page, 'Act', 'act:public-services')
  await page.getByRole('textbox', { name: 'Article', exact: true }).fill('5')
  for (const [index, text] of ['Anybody may apply', 'A garden is no larger than ten hundred parts'].entries()) {
    await press(page, 'Add: Clause')
    await choose(page, 'Source: act and article: Act', 'act:public-services', index)
    await page
      .getByRole('textbox', { name: 'Source: act and article: Article' })
      .nth(index)
      .fill(`5.${index + 1}`)
    await say(page, 'Text', text, index)
  }

  await section(page, 'Circle of applicants')
  await press(page, 'Add: Category of applicants')
  await say(page, 'Name', 'Anybody')
  await choose(page, 'Clause', '1')
  await page.getByRole('combobox', { name: 'Condition', exact: true }).fill('true')
  await section(page, 'Documents and information')
  await press(page, 'Add: Document or information')
  await page.getByRole('textbox', { name: 'Name in expressions', exact: true }).fill('area')
  await choose(page, 'Kind', 'information')
  await say(page, 'Name', 'Area of the plot')
  await choose(page, 'Clause', '2')
  await choose(page, 'How it is given', 'number')

  await section(page, 'Criteria and grounds')
  await press(page, 'Add: Criterion')
  await choose(page, 'Clause', '2')
  await say(page, 'Text', 'The plot is not too large')
  // The name is offered while it is typed, and taken by a key; a slip is told at once.
  const condition = page.getByRole('combobox', { name: 'Condition', exact: true })
  await condition.pressSequentially('ar')
  await page.getByRole('option', { name: 'area' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => condition.inputValue()).toBe('area')
  await condition.pressSequentially(' <= ten')
  await page.getByText('“ten”').first().waitFor()
  await condition.fill('area <= 10')
  await say(page, 'Text', 'The plot is too large', 1)
  await say(page, 'What helps', 'Ask for a smaller one')
  await press(page, 'Add “Decision without a person”')
  await choose(page, 'Clause', '1', 1)

  await section(page, 'Procedures and terms')
  const procedures = page.locator('.reg-list summary')
  for (const index of [0, 1, 2, 3, 4]) await procedures.nth(index).press('Enter')
  for (const index of [0, 1, 2, 3, 4]) {
    await choose(page, 'Clause', '1', index)
    await page.getByRole('textbox', { name: 'Deadline: how many' }).nth(index).fill('1')
  }
  await page.getByRole('textbox', { name: 'Term: how many' }).fill('5')
  await choose(page, 'Clause', '1', 5)
  await choose(page, 'Clause', '1', 6)
  await section(page, 'Results')
  await press(page, 'Add: Result')
  await choose(page, 'Clause', '1')
  await say(page, 'Title', 'Decision on a plot')
  await say(page, 'Text', 'The plot is given')
  await section(page, 'Appeal and correction')
  await choose(page, 'Appeal to', 'org:social-protection-ministry')
  await page.getByRole('textbox', { name: 'Within: how many', exact: true }).fill('90')
  await page.getByRole('textbox', { name: 'Decided within: how many' }).fill('15')
  await choose(page, 'Clause', '1')
  await page.getByText('Everything holds together.').waitFor()

  await page.getByRole('tab', { name: 'Legal text' }).click()
  expect(await page.getByText('Garden plot, қазақша').count()).toBeGreaterThan(0)
  expect(await page.getByText('Garden plot, по-русски').count()).toBeGreaterThan(0)
  await page.getByRole('tab', { name: 'Try out' }).click()
  await page.getByText('Granted', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'Area of the plot' }).selectOption('11')
  await page.getByText('The plot is too large').waitFor()
  await expectAccessible(page)

  await page.getByRole('tab', { name: 'Package' }).click()
  await press(page, 'Work out the package')
  await press(page, 'Apply to the draft')
  await page.getByText('Applied to the draft.').waitFor()
  await expect.poll(async () => Object.keys(await filesOfDraft(page)), { timeout: 5_000 }).toContain('.generated.json')
  expect(await faultsOf(await filesOfDraft(page))).toEqual([])
  expect(problems).toEqual([])
})

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
