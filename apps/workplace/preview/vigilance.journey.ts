import type { Language } from '@tereze/operation'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(visit: Visit) {
  const visitor = await browser.visit(visit)
  await visitor.context.addCookies([{ name: 'preview', value: 'security-officer', url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/workplace/vigilance`)
  await visitor.page.locator('#exemptions').waitFor()
  return visitor
}

test('the security officer goes from the wall to an incident and its lines, and ends what a rule had learned', async () => {
  const { page, problems } = await open({})
  await page.getByText('1 incident waits').waitFor()
  await page.getByRole('link', { name: 'Data of the official’s own family' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Data of the official’s own family' }).waitFor()
  await page.getByText('registers.get-record').first().waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Vigilance' }).first().click()
  await page.getByRole('button', { name: 'End it now' }).click()
  await page.getByRole('button', { name: 'End it now' }).waitFor({ state: 'detached' })
  expect(problems).toEqual([])
})

test('a recorded leak starts the clocks, and what was done stops them', async () => {
  const { page, problems } = await open({})
  await page.getByText('Record a leak').click()
  await page.getByLabel('What leaked, and how').fill('A laptop with the list of recipients was stolen')
  await page.getByLabel('How many persons are concerned').fill('300')
  await page.getByLabel('When it became known').fill(new Date(Date.now() - 26 * 3_600_000).toISOString().slice(0, 16))
  await page.getByRole('button', { name: 'Record it: the clocks start' }).click()
  const leak = page.getByRole('article').filter({ hasText: 'A laptop with the list' })
  const duty = leak.getByRole('listitem').first()
  await duty.getByLabel('Number and date of what was sent').fill('N 12 of today')
  await duty.getByRole('button', { name: 'It is done' }).click()
  await duty.getByText('Done', { exact: true }).waitFor()
  await leak.getByText('Name persons').click()
  await leak.getByLabel('How they are found').selectOption('By a search of a register')
  await leak.getByRole('button', { name: 'Name them' }).click()
  await leak.getByText('The register is not searched like this').waitFor()
  await leak.getByLabel('How they are found').selectOption('By a list of records')
  const ids = [1, 2].map(n => `person_0198a000-0000-7000-8000-0000000000d${n}`)
  await leak.getByLabel('Ids of records, in any form').fill(ids.join(', '))
  await leak.getByRole('button', { name: 'Name them' }).click()
  await leak.getByText('2 persons are named').waitFor()
  await leak.getByText('Tell the persons').click()
  for (const language of ['English', 'Russian', 'Kazakh'])
    await leak.getByLabel(`In ${language}`).fill('A laptop with your data was stolen.')
  await expectAccessible(page)
  await leak.getByRole('button', { name: 'Tell 2 persons' }).click()
  await leak.getByText('Told: 2 of 2.').waitFor()
  await leak.getByText('E-mail: 1 sent, 1 waiting, 0 failed').waitFor()
  await leak.getByText('Not everybody is named').waitFor()
  await expectAccessible(page)
  expect(problems.filter(problem => !problem.includes('422'))).toEqual([])
})

test('the security officer exempts somebody with a reason and puts a person under watch, and hears which field is wrong', async () => {
  const { page, problems } = await open({})
  await page.getByText('Exempt somebody from a rule').click()
  const form = page.locator('#exemptions ~ details form')
  await form.getByLabel('Rule', { exact: true }).selectOption({ index: 1 })
  await form.getByLabel('Until which day').fill('2027-01-31')
  await form.getByLabel('Why', { exact: true }).fill('On duty at night this month')
  await form.getByLabel('Whom', { exact: true }).fill('nobody')
  await form.getByRole('button', { name: 'Exempt' }).click()
  await form.locator('[aria-invalid="true"]').waitFor()
  await form.getByLabel('Whom', { exact: true }).fill('official_0198a000-0000-7000-8000-0000000000b7')
  await form.getByRole('button', { name: 'Exempt' }).click()
  await page.getByRole('cell', { name: /b7$/ }).waitFor()
  await page.getByText('Put a person under watch').click()
  await page.getByLabel('Person', { exact: true }).fill('person_0198a000-0000-7000-8000-0000000000a2')
  await page.getByLabel('Why they are protected').fill('Known from the stage')
  await page.getByRole('button', { name: 'Put under watch', exact: true }).click()
  await page.getByRole('cell', { name: /Known from the stage/ }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^End: person_.*a2$/ }).click()
  await page.getByRole('cell', { name: /Known from the stage/ }).waitFor({ state: 'detached' })
  expect(problems.filter(problem => !problem.includes('422'))).toEqual([])
})

test.each<[Language, Visit]>([
  ['en', {}],
  ['ru', { screen: 'phone' }],
  ['kk', { screen: 'phone' }],
])('the wall is read without trouble: %s', async (language, visit) => {
  const { page, problems } = await open({ ...visit, language })
  await expectAccessible(page)
  expect(await page.locator('body').innerText()).not.toMatch(/[{}]|undefined/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
})
