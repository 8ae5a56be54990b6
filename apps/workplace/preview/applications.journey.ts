import { afterAll, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { expectWorded } from '../../../foundation/testing/src/browser/expect-worded.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const browser = await testBrowser()

async function open(visit: Visit) {
  const preview = await startPreview()
  afterAll(() => preview.close())
  const visitor = await browser.visit(visit)
  await visitor.context.addCookies([{ name: 'preview', value: 'integrator', url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/workplace/applications`)
  await visitor.page.getByRole('row').nth(1).waitFor()
  return visitor
}

test('an integrator registers a system with a key that is shown once, and withdraws another application', async () => {
  const { page, problems } = await open({ language: 'en', screen: 'desktop' })
  await page.locator('summary', { hasText: 'Register an application' }).click()
  const form = page.locator('form').first()
  await form.getByLabel('Id', { exact: true }).fill('pension-fund')
  await form.getByLabel('Organisation').selectOption({ index: 1 })
  for (const language of ['English', 'Russian', 'Kazakh'])
    await form.getByLabel(`Name in ${language}`).fill(`Pensions ${language}`)
  await form.getByRole('checkbox', { name: /^comes for itself/ }).check()
  const send = form.getByRole('button', { name: 'Register' })
  await send.click()
  const key = form.getByLabel('Or the public key of the application')
  await expect.poll(() => key.getAttribute('aria-invalid')).toBe('true')
  await key.fill('{"kty":"RSA"}')
  await send.click()
  await page.getByText('This is no key for ES256').waitFor()
  await key.fill('')
  await form.getByLabel('Make a key here').check()
  await send.click()
  await page.getByText('The private key, shown this once').waitFor()
  expect(JSON.parse((await page.locator('pre code').textContent()) ?? '')).toMatchObject({ kty: 'EC', alg: 'ES256' })
  await page.getByRole('row').filter({ hasText: 'pension-fund' }).getByText('1 key').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have it' }).click()
  expect(await page.locator('pre code').count()).toBe(0)
  await page.getByRole('button', { name: 'Withdraw: Bank application' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('row').filter({ hasText: 'bank.example' }).waitFor({ state: 'detached' })
  expect(problems.filter(problem => !problem.includes('422'))).toEqual([])
})

test.each(eachVisit)('is read and filled in in %s, and says which field is wrong', async (_, visit) => {
  const { page, problems } = await open(visit)
  const details = page.locator('details').nth(1)
  await details.locator('summary').click()
  const [id, ...names] = await details.getByRole('textbox').all()
  await id?.fill('neighbour')
  for (const field of names) await field.fill('http://neighbour.example')
  await details.getByRole('button').click()
  await expect.poll(() => details.locator('[aria-invalid="true"]').count()).toBe(1)
  await expectAccessible(page)
  await expectWorded(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBe(0)
  expect(problems.filter(problem => !problem.includes('422'))).toEqual([])
})
