import { afterAll, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { expectWorded } from '../../../foundation/testing/src/browser/expect-worded.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const browser = await testBrowser()

async function open(visit: Visit) {
  const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
  afterAll(() => preview.close())
  const visitor = await browser.visit(visit)
  await visitor.context.addCookies([{ name: 'preview', value: 'integrator', url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/workplace/exchange/certificates`)
  await visitor.page.getByRole('row').nth(1).waitFor()
  return visitor
}

test('an integrator renews a key that is kept here, has one certified, takes one back and trusts an authority no more, with a reason', async () => {
  const { page, problems } = await open({ language: 'en', screen: 'desktop' })
  await page.getByRole('button', { name: 'Make a new key' }).press('Enter')
  await page.getByText('There is a new key.').waitFor()

  await page.locator('summary', { hasText: 'Certify the key of a system' }).click()
  const form = page.locator('form', { hasText: 'RFC 2986' })
  await form.getByRole('textbox').first().fill('archive')
  await form.getByRole('textbox').last().fill('not a request')
  await form.getByRole('button').click()
  await page.getByText('This is no request').waitFor()
  await form.getByRole('textbox').last().fill('-----BEGIN CERTIFICATE REQUEST-----')
  const saved = page.waitForEvent('download')
  await form.getByRole('button').click()
  expect((await saved).suggestedFilename()).toBe('77.pem')
  await page.getByText('The certificate is given').waitFor()

  await page.getByRole('button', { name: 'Take back the certificate: benefits-system' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('The server was stolen')
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('cell', { name: /taken back.*The server was stolen/ }).waitFor()

  await page.getByRole('cell', { name: /not confirmed.*No new answer.*cannot be reached/ }).waitFor()
  await page.getByRole('button', { name: 'Trust no more: outside-authority' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('Its keys were stolen')
  await page.getByRole('dialog').getByRole('button', { name: 'Trust no more' }).click()
  await page.getByRole('cell', { name: /not trusted.*Its keys were stolen/ }).waitFor()
  expect(problems.filter(problem => !problem.includes('422'))).toEqual([])
})

test.each(eachVisit)('everybody can use the page: %s', async (_, visit) => {
  const { page } = await open(visit)
  await page.locator('main summary').first().click()
  await expectAccessible(page)
  await expectWorded(page)
})
