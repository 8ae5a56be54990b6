import { afterAll, describe, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
const browser = await testBrowser()
afterAll(() => preview.close())

const person = 'person_0198a000-0000-7000-8000-000000000001'
async function open(path: string, visit: Visit = {}) {
  const visitor = await browser.visit(visit)
  await visitor.page.goto(`${preview.origin}/workplace/registers${path}`)
  await visitor.page.getByRole('main').locator('h1').waitFor()
  return visitor
}

describe('in a register an official', () => {
  test('finds a record by keyboard, sees where each value came from, and what is withheld and why', async () => {
    const { page, problems } = await open('')
    await page.getByRole('link', { name: 'Population register', exact: true }).click()
    await page.getByRole('table').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('DM-2345-6782-A')
    await page.keyboard.press('Enter')
    await page.waitForURL(/identifier=/)
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByText('case KN7H-2345-T').first().waitFor()
    await page.getByText('Not open to you').waitFor()
    await page.getByText(/^Phone \(personal data\): your grounds name other fields/).waitFor()
    await page.getByRole('heading', { name: 'History' }).waitFor()
    expect(problems).toEqual([])
  })

  test('looks at a record as it was valid on a day', async () => {
    const { page } = await open(`/people/records/${person}`)
    await page.getByText('Version 2').first().waitFor()
    await page.getByLabel('As valid on').fill('2024-05-01')
    await page.getByRole('button', { name: 'Look' }).click()
    await page.getByText('held from 1 January 2020 until 3 November 2025').waitFor()
    await page.getByRole('button', { name: 'Now' }).click()
    await page.getByText('holds since 3 November 2025').waitFor()
  })

  test('asks for a change in a form made from the register; a reason is needed; a colleague decides', async () => {
    const { page, problems } = await open(`/people/records/${person}`)
    await page.getByText('Version 2').first().waitFor()
    await page.keyboard.press('e')
    await page.getByRole('heading', { name: 'Change the record' }).waitFor()
    await page.getByText('takes effect when a second official approves it').waitFor()
    await page.getByRole('textbox', { name: 'Day', exact: true }).first().fill('15')
    await page.getByRole('button', { name: 'Ask for the change' }).click()
    await page.getByText('Say why in a few words').waitFor()
    await page.getByLabel('Why').fill('certificate of birth 12')
    await page.getByRole('button', { name: 'Ask for the change' }).click()
    await page.getByRole('heading', { name: 'Requested change' }).waitFor()
    await page.getByText('15 January 1970').waitFor()
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByText('withdrawn', { exact: true }).waitFor()
    expect(problems).toEqual([])
  })

  test('decides on what a colleague asked for', async () => {
    const { page } = await open('/people/changes')
    await page.getByRole('link', { name: 'certificate of marriage 77' }).click()
    const differences = page.getByRole('table', { name: 'What would change' })
    await differences.getByText('14 February 1971').waitFor()
    await differences.getByText('15 February 1971').waitFor()
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('approved', { exact: true }).waitFor()
  })

  test('hands out a link for a purpose and a time, sees its secret once, and revokes it', async () => {
    const { page } = await open(`/people/records/${person}`)
    const links = page.getByRole('region', { name: 'Links to this record' })
    await links.getByLabel('What for').fill('the notary of a sale')
    await links.getByLabel('For how long').selectOption('1')
    await links.getByRole('button', { name: 'Make a link' }).click()
    await links.getByText('shown only now').waitFor()
    await links.getByText('the notary of a sale').waitFor()
    await links.getByRole('button', { name: 'Revoke' }).click()
    await links.getByText('revoked', { exact: true }).waitFor()
  })

  test('undoes a merge with a reason', async () => {
    const { page } = await open(`/people/records/${person}`)
    const merges = page.getByRole('region', { name: 'Merges' })
    await merges.getByText('registered twice').waitFor()
    await merges.getByRole('button', { name: 'Undo the merge' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('they are two after all')
    await dialog.getByRole('button', { name: 'Undo the merge' }).click()
    await merges.getByText(/^undone on/).waitFor()
  })

  test('merges two records field by field', async () => {
    const { page } = await open('/people/duplicates')
    const pair = page.getByRole('region', { name: 'Two records side by side' })
    await pair.getByText('91 % alike').waitFor()
    await pair.getByRole('radio', { name: '14 February 1971' }).check()
    await pair.getByRole('button', { name: 'Merge' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('one and the same person')
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('No likely duplicates').waitFor()
  })

  test('saves what a search found as a file, and is told what is not in it', async () => {
    const { page, problems } = await open('/people/records?sex=female&as-of=2026-01-31')
    await page.getByLabel('Format of the file').selectOption('csv')
    await page.getByRole('button', { name: 'Save as a file' }).click()
    await page.getByText('So far 2 kB').waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped. Nothing was saved.').waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as a file' }).click()
    expect((await saved).suggestedFilename()).toBe('people-2026-01-31.csv')
    await page.getByText('Saved as people-2026-01-31.csv, 4 kB. Not in the file, because').waitFor()
    expect(problems).toEqual([])
  })

  test('loads a file: columns by name, a check before anything is written, rows refused with the way out', async () => {
    const { page, problems } = await open('/people/loads')
    const content = Buffer.from('Personal number;Date of birth\n')
    await page
      .getByLabel('File with a table')
      .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: content })
    await page.getByRole('heading', { name: 'mine.csv' }).waitFor()
    expect(await page.getByLabel('Date of birth').inputValue()).toBe('/born')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('Nothing is written yet').waitFor()
    await page.getByText('This is no date: write it like 31.12.2026').waitFor()
    await page.getByRole('button', { name: 'Load 2 rows' }).click()
    await page.getByText('New 1, changed 1, as they were 0, refused 1.').waitFor()
    await page.getByText('1 record lacks what the topic promises').waitFor()
    await expectAccessible(page)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save refused rows' }).click()
    expect((await saved).suggestedFilename()).toBe('people.refused.csv')
    expect(problems).toEqual([])
  })
})

const paths = {
  list: '',
  search: '/people/records',
  record: `/people/records/${person}`,
  change: `/people/records/${person}/change`,
  changes: '/people/changes?state=approved',
  duplicates: '/people/duplicates',
  loads: '/people/loads',
  load: '/people/loads?load=import_0198a000-0000-7000-8000-000000000001',
}

describe.each(eachVisit)('every screen of registers is accessible: %s', (_, visit) => {
  test.each(Object.entries(paths))('%s', async (_name, path) => {
    const { page } = await open(path, visit)
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(1)
  })
})
