import { fileURLToPath } from 'node:url'
import { checkSources, hashOf, readContent, readFormats } from '@tereze/catalogue'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { supports } from '../../server/src/composition/package-supports.ts'
import { press, writeGardenPlot } from './garden-plot.ts'
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
  await writeGardenPlot(page)

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
