import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser } from '../../../foundation/testing/src/browser/test-browser.ts'
import { sampleRegulation } from './regulations.ts'
import { startPreview, type Trouble } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

const address = `/regulations/social-protection/${sampleRegulation}`
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('two bodies remark, the author answers, one disagreement is decided, the approval is signed, registered, in force', async () => {
  const { page, problems } = await browser.visit({})
  /** Comes as somebody: the developer of the owner, or of another body. */
  const as = async (trouble: Trouble | null, view = '') => {
    const cookie = { name: 'preview', value: trouble ?? 'none', url: preview.origin }
    await page.context().addCookies([cookie])
    await page.goto(`${preview.origin}/studio${address}${view === '' ? '' : `?view=${view}`}`)
    await page.getByRole('heading', { level: 1, name: /1\.0\.0/ }).waitFor()
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  await as(null)
  for (const body of ['Ministry of Health', 'Ministry of Education'])
    await page.getByRole('checkbox', { name: body }).check()
  await press('Send for agreement')
  await page.getByText('makes the anti-corruption expertise').waitFor()

  await as('at-health')
  const remark = async (text: string) => {
    await press('Make a remark')
    await page.getByRole('textbox', { name: 'Remark', exact: true }).fill(text)
    await press('Send the remark')
    await page.getByText(text).waitFor()
  }
  await press('Make a remark')
  await press('Send the remark')
  await page.getByText('Nothing is written.').waitFor()
  await press('Cancel')
  await remark('The age has to be said')
  await expectAccessible(page)
  // Who comes for regulations only is led to them.
  await page.goto(`${preview.origin}/studio/`)
  await page.getByRole('heading', { level: 1, name: 'Regulations' }).waitFor()
  await as('at-education')
  await remark('Schools have to be told')

  await as(null, 'remarks')
  const answer = async (at: number, text: string, button: string) => {
    const row = page.getByRole('row').nth(at)
    await row.getByRole('textbox').fill(text)
    await row.getByRole('button', { name: button }).click()
    await row.getByText(`${button}ed: ${text}`).waitFor()
  }
  await answer(1, 'It is said in clause 1.3', 'Accept')
  await answer(2, 'The law says otherwise', 'Reject')
  await as('at-health', 'remarks')
  await press('We take the answer')
  await page.getByText('settled').waitFor()
  await as('at-education', 'remarks')
  await press('We insist')
  await as('at-social-protection-ministry', 'disagreements')
  await page.getByRole('textbox', { name: 'Decision with its reasons' }).fill('The law stands')
  await press('Leave the text as it is')
  await page.getByRole('cell', { name: /not upheld/ }).waitFor()
  await expectAccessible(page)

  await as(null)
  await press('Take the text of the draft')
  await page
    .getByRole('navigation', { name: 'Parts of the regulation' })
    .getByRole('button', { name: 'Compare' })
    .click()
  await page.getByRole('deletion').first().waitFor()
  for (const [who, say] of [
    ['at-health', 'We agree'],
    ['at-education', 'We do not agree'],
    ['at-justice-ministry', 'Nothing was found'],
  ] as const) {
    await as(who)
    await press(say)
    await page
      .getByText(/^(Ministry of Health|Ministry of Education).*(agree)|expertise: nothing found/)
      .first()
      .waitFor()
  }
  await as(null)
  await press('Send for approval')
  await page.getByText('For approval').first().waitFor()
  await as('head')
  await page.getByRole('textbox', { name: /The act that approves it/ }).fill('Order 12 of 30 November 2026')
  await press('Prepare the approval')
  await page.getByText('SHA-256 of the text:').first().waitFor()
  // The device of this browser has no passkey: it does not confirm, and that is said; then one is there.
  await press('Sign with a passkey')
  await page.getByText('The passkey did not confirm').waitFor()
  await page.evaluate(() => {
    const credential = Object.assign(Object.create(PublicKeyCredential.prototype), { toJSON: () => ({ id: 'sample' }) })
    navigator.credentials.get = async () => credential
  })
  await press('Sign with a passkey')
  await page.getByText(/^Signed by/).waitFor()
  await press('Approve')
  await page.getByText(/^Approved by “Order 12/).waitFor()
  await as('at-justice-ministry')
  await press('Register')
  await page.getByText('Nothing is written.').waitFor()
  await page.getByRole('textbox', { name: 'Number in the register' }).fill('345')
  await press('Register')
  await page.getByText('No. 345').waitFor()
  await as(null)
  await press('Set the day')
  await page.getByText('In force').first().waitFor()
  await page.getByRole('button', { name: 'How it came to be' }).click()
  await page.getByText('The day came').waitFor()
  // Two steps were refused on purpose.
  expect(problems.filter(problem => !problem.includes('409'))).toEqual([])

  const phone = await browser.visit({ language: 'kk', screen: 'phone' })
  for (const path of [`${address}?view=remarks`, '/regulations']) {
    await phone.page.goto(`${preview.origin}/studio${path}`)
    await phone.page.getByText('Қолданыста').first().waitFor()
    await expectAccessible(phone.page)
    expect(await overflow(phone.page)).toBe(0)
  }
})
