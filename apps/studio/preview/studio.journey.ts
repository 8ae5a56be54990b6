import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { sampleDrafts } from './platform.ts'
import { startPreview, type Trouble } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(path: string, visit: Visit & { trouble?: Trouble } = {}) {
  const visitor = await browser.visit(visit)
  if (visit.trouble)
    await visitor.page.context().addCookies([{ name: 'preview', value: visit.trouble, url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/studio${path}`)
  return visitor
}

/** Asks for the text of a file that has an editor of its own. */
const showText = (page: Page) => page.getByRole('button', { name: 'Show the text of the file' }).click()
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a draft is opened, changed, saved by itself, checked, undone; problems lead to their file', async () => {
  const { page, problems } = await open('/')
  await page.getByRole('searchbox').fill('birth benefit')
  await expect.poll(() => page.getByRole('listitem').count()).toBe(1)
  await page.getByRole('listitem').getByRole('link').click()
  const files = page.getByRole('navigation', { name: 'Parts of the draft' })
  await files.getByRole('button', { name: 'English' }).click()
  await showText(page)
  const text = page.getByRole('textbox')
  const before = await text.inputValue()
  await text.fill('{ broken')
  await page.getByText('1 fault').first().waitFor()
  await page.getByText(/^Saved /).waitFor()

  await files.getByRole('button', { name: 'Kazakh' }).click()
  await page.getByRole('button', { name: /The file cannot be read/ }).click()
  await page.getByText('This part cannot be read').waitFor()
  await showText(page)
  await expect.poll(() => text.inputValue()).toBe('{ broken')
  await page.keyboard.press('Control+z')
  await expect.poll(() => text.inputValue()).toBe(before)
  await page.getByText('No faults found').waitFor()
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => text.inputValue()).toBe('{ broken')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('No faults found').waitFor()
  expect(problems).toEqual([])
})

test('two who change one part see each other, and nothing is overwritten; what was not saved is offered after a reload', async () => {
  const draft = sampleDrafts.certificate
  const { page, context } = await open(`/drafts/${draft}?file=notices/registered.md`)
  await page.getByText('Шаблонов Бекзат is at: English').waitFor()
  await showText(page)
  const text = page.getByRole('textbox')
  preview.colleagueSaves(draft, 'notices/registered.md', 'Theirs\n')
  await text.fill('Mine\n')
  await page.getByText('Somebody changed the same part').waitFor()
  await page
    .getByRole('alert')
    .getByText(/^Saved .*Шаблонов Бекзат$/)
    .waitFor()
  await expectAccessible(page)
  const compared = page.getByRole('region', { name: /^What differs/ })
  expect(await compared.innerText()).toMatch(/Theirs[\s\S]*Mine/)
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByText(/^Saved /).waitFor()

  await context.addCookies([{ name: 'preview', value: 'broken', url: preview.origin }])
  await text.fill('Written on a train\n')
  await page.getByText('No connection. Your work is kept here').waitFor()
  await context.clearCookies()
  await page.reload()
  await page.getByText('There is work here that was not saved').waitFor()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await showText(page)
  await expect.poll(() => text.inputValue()).toBe('Written on a train\n')
  await page.getByText(/^Saved /).waitFor()

  await page.getByRole('button', { name: 'History' }).click()
  const history = page.getByRole('region', { name: 'History' })
  await history.getByRole('button', { name: /the draft was begun/ }).click()
  await history.getByText('What changed since then:').waitFor()
  await expectAccessible(page)
  await history.getByRole('button', { name: 'Bring this state back' }).click()
  await history.getByText('an earlier state was brought back').waitFor()
  await expect.poll(() => text.inputValue()).not.toBe('Written on a train\n')
})

test('a draft is begun from something published, removed and brought back', async () => {
  const { page, problems } = await open('/')
  await page.getByRole('link', { name: 'Begin a draft' }).click()
  await page.getByRole('radio', { name: 'A blank page' }).check()
  await page.getByLabel('Short name for addresses').waitFor()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Something that is published' }).check()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('navigation', { name: 'Parts of the draft' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Drafts' }).click()
  const cards = page.getByRole('main').getByRole('listitem')
  await expect.poll(() => cards.count()).toBe(5)
  await cards.last().getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => cards.count()).toBe(4)
  await page.getByRole('button', { name: 'Show removed drafts' }).click()
  await cards.getByRole('button', { name: 'Bring back' }).click()
  await page.getByText('Nothing was removed').waitFor()
  expect(problems).toEqual([])
})

test('a draft is asked to be published, returned with remarks, asked for again, approved, published', async () => {
  const { page, context, problems } = await open(`/drafts/${sampleDrafts.benefit}?file=notices/granted.md`)
  await page.getByRole('textbox', { name: 'Subject, English' }).fill('Granted, in other words')
  await page.getByText(/^Saved /).waitFor()
  const request = async (name: string) => {
    await page.getByRole('link', { name: 'Request publication' }).click()
    await page.getByText('No faults found').waitFor()
    await page.getByLabel('What is changed, in one line').fill(name)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ask for it' }).click()
    await page.getByText('Waits for a reviewer').waitFor()
  }
  const as = async (who: 'reviewer' | null) => {
    await context.clearCookies()
    if (who !== null) await context.addCookies([{ name: 'preview', value: who, url: preview.origin }])
    await page.reload()
  }
  await request('Words of the notice')
  await as('reviewer')
  await page.getByRole('region', { name: 'What is other than published' }).getByText('changed').click()
  await page.getByText('Granted, in other words').first().waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Return' }).click()
  await page.getByRole('alert').getByText('It is not said why').waitFor()
  await page.getByLabel('Remarks; needed to return it').fill('Say for whom')
  await page.getByRole('button', { name: 'Return' }).click()
  await page.getByText('Returned with remarks').waitFor()

  await as(null)
  await page.getByRole('link', { name: 'Draft', exact: true }).click()
  await request('Words of the notice, for whom')
  await as('reviewer')
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByText('Published', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Versions and rollback' }).click()
  await page.getByText('Version 9.1.0 takes 10 % of new cases').waitFor()
  await page.getByLabel('Why the trial changes; at least ten characters').fill('Nothing failed so far')
  await page.getByLabel('Share of new cases, 1 to 50 percent').fill('25')
  await page.getByRole('button', { name: 'Change the share' }).click()
  await page.getByText('Version 9.1.0 takes 25 % of new cases').waitFor()
  await page.getByLabel('Why; at least ten characters').fill('The notice says a wrong sum')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go back to 1.0.0' }).click()
  await page.getByText('From 9.0.0 to 1.0.0').waitFor()
  await page.getByText('Rolled back: nothing begins with it').waitFor()
  await page.getByLabel('What you found').fill('It was right')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have looked at it' }).click()
  await page.getByText(/^Looked at /).waitFor()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Publications' }).click()
  await page.getByRole('heading', { name: 'Returned' }).waitFor()
  await page.getByRole('heading', { name: 'Versions on trial' }).waitFor()
  await expectAccessible(page)
  // A return without remarks was refused.
  expect(problems.filter(problem => !problem.includes('422'))).toEqual([])
})

test('on a phone, in Kazakh, the screens are whole and accessible; who may only look changes nothing', async () => {
  const { page } = await open(`/drafts/${sampleDrafts.certificate}?file=service.json`, {
    language: 'kk',
    screen: 'phone',
    trouble: 'observer',
  })
  await page.getByText('Қарауға болады, өзгертуге болмайды').waitFor()
  expect(await page.getByRole('textbox').first().getAttribute('readonly')).not.toBeNull()
  await expectAccessible(page)
  expect(await overflow(page)).toBe(0)
  for (const path of ['', 'versions/service/one-time-birth-benefit']) {
    await page.goto(`${preview.origin}/studio/${path}`)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await expectAccessible(page)
    expect(await overflow(page)).toBe(0)
  }
})

test('when there is nothing, no right or nobody, the list says so', async () => {
  const { page } = await open('/', { trouble: 'empty' })
  await page.getByText('There are no drafts yet').waitFor()
  const { page: other } = await open('/', { trouble: 'no-right' })
  await other.getByText('Your role does not open this').waitFor()
  const { page: nobody } = await open('/', { trouble: 'nobody' })
  await nobody.waitForURL(/sign-in/)
})
