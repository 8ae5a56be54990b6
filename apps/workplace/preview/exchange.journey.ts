import type { Language } from '@tereze/operation'
import { afterAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview, type Trouble } from './server.ts'

const preview = await startPreview()
const browser = await testBrowser()
afterAll(() => preview.close())

async function open(path: string, visit: Visit & { trouble?: Trouble } = {}) {
  const { trouble = 'integrator', ...rest } = visit
  const visitor = await browser.visit(rest)
  await visitor.context.addCookies([{ name: 'preview', value: trouble, url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/workplace${path}`)
  await visitor.page.getByRole('main').locator('h1').waitFor()
  return visitor
}
const because = 'The contract has changed'

describe('an integrator', () => {
  test('begins with access, gives one and takes one back with a reason', async () => {
    const { page, problems } = await open('/')
    await page.getByRole('heading', { name: 'Access', exact: true }).waitFor()
    await page.getByLabel('Show').selectOption({ label: 'Ends soon' })
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    await page.getByRole('button', { name: /^Take back: / }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await dialog.getByText('Say why, in a few words.').waitFor()
    await dialog.getByLabel('Why').fill(because)
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByLabel('Show').selectOption({ label: 'Taken back' })
    await page.getByText(because).waitFor()
    await page.getByText('Give access').first().click()
    await page.getByLabel('Purpose').fill('case-handling')
    await page.getByLabel('Legal ground').fill('act:public-services/14')
    await page.getByLabel('Last day').fill('2040-12-31')
    await page.getByRole('button', { name: 'Give access' }).click()
    await page.getByText('The access is given').waitFor()
    expect(problems).toEqual([])
  })

  test('goes to the queue by key, sees why messages wait, and sends what was given up anew', async () => {
    const { page, problems } = await open('/exchange/access')
    await page.keyboard.press('3')
    await page.getByRole('heading', { name: 'Queue' }).waitFor()
    await page.getByText('place 41 of the topic').waitFor()
    await page.getByRole('button', { name: 'Send anew', exact: true }).first().click()
    await page.getByRole('dialog').getByLabel('Why').fill(because)
    await page.getByRole('dialog').getByRole('button', { name: 'Send anew' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Send all given-up messages anew' }).click()
    await page.getByRole('dialog').getByLabel('Why').fill(because)
    await page.getByRole('dialog').getByRole('button', { name: 'Send anew' }).click()
    await page.getByText('1 message is sent anew').waitFor()
    await page.getByLabel('Show').selectOption({ label: 'Given up' })
    await page.getByText('Nothing here').waitFor()
    expect(problems).toEqual([])
  })

  test('sees how far each subscriber is behind and why, ends a subscription, and closes services', async () => {
    const { page, problems } = await open('/exchange/topics')
    const late = page.getByRole('row').filter({ hasText: '3 under way, 1 given up' })
    await late.getByText('The answer cannot be right').waitFor()
    await page.getByText('The access has ended. The publisher can give a new one.').waitFor()
    await page.getByRole('button', { name: 'End', exact: true }).click()
    await page.getByText('Ended by the subscriber').waitFor()
    await page.getByRole('button', { name: 'Subscribe again' }).click()
    await page.getByText('Asked', { exact: true }).waitFor()
    await page.keyboard.press('6')
    await page.getByText('known until').waitFor()
    await page.getByLabel('Closed until').fill('2040-01-01T10:00')
    await page.getByRole('button', { name: 'Close for maintenance' }).click()
    await page.getByRole('button', { name: 'Open now' }).click()
    await page.getByText('All services take messages').waitFor()
    expect(problems).toEqual([])
  })
})

test('an auditor searches the log and sees the proof of a message, but changes nothing', async () => {
  const { page, problems } = await open('/exchange', { trouble: 'auditor' })
  await page.getByLabel('Show').selectOption({ label: 'Delivered' })
  await page.getByLabel('Direction').selectOption({ label: 'What we asked' })
  await page.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL(/outcome=done&direction=sent/)
  await page.getByText('Proof', { exact: true }).first().click()
  await page.getByText(/place 4,?111 of 4,?240/).waitFor()
  await page.keyboard.press('2')
  await page.getByRole('heading', { name: 'Access', exact: true }).waitFor()
  await page.getByRole('row').nth(1).waitFor()
  expect(await page.getByRole('button', { name: /^Take back/ }).count()).toBe(0)
  expect(problems).toEqual([])
})

test('a head finds the files that came, why one was not let through, and downloads one; an auditor only looks', async () => {
  const { page, problems } = await open('/exchange/files', { trouble: 'head' })
  await page.getByText('41 of 128 parts are there').waitFor()
  // Nobody has more sections: they find room on a usual screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await page.getByText('A virus was found in it. Tell the sender.').waitFor()
  const link = page.getByRole('link', { name: /^Download scans-of-the-journal/ })
  expect(await link.getAttribute('href')).toMatch(
    /^\/exchange\/v1\/files\/[a-z-]+\/0198a000-0000-7000-8000-000000000002$/,
  )
  await page.getByLabel('Show').selectOption({ label: 'Sent' })
  await expect.poll(() => page.getByRole('row').count()).toBe(3)
  expect(problems).toEqual([])
  const auditor = await open('/exchange/files', { trouble: 'auditor' })
  await auditor.page.getByText('journal-0.pdf').waitFor()
  expect(await auditor.page.getByRole('link', { name: /^Download/ }).count()).toBe(0)
})

test('a head sends a file to another body, sees it arrive, and opens the file of the answer', async () => {
  const { page, problems } = await open('/exchange/send', { trouble: 'head' })
  await page.getByLabel('Year').fill('1987')
  await page.getByLabel('Region').selectOption('north')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Choose at least one file.').waitFor()
  const file = (name: string, mimeType: string) => ({ name, mimeType, buffer: Buffer.from('%PDF-1.7 a certificate') })
  const input = page.locator('input[type=file]')
  await input.setInputFiles([file('notes.txt', 'text/plain'), file('certificate.pdf', 'application/pdf')])
  await page.getByText('notes.txt is of a type that is not taken here').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter')
  await page.getByText('under way').waitFor()
  const receipt = page.getByRole('link', { name: 'Download receipt.pdf' })
  expect(await receipt.getAttribute('href')).toMatch(/^\/exchange\/v1\/files\/[a-z-]+\/0198a000-/)
  await expectAccessible(page)
  expect(problems).toEqual([])
})

test('an integrator sees why an own system does not answer, and the proof of the one that does', async () => {
  const { page, problems } = await open('/exchange/calls')
  await page.getByText('It cannot be reached.').first().waitFor()
  await page.getByText('Proof of the X-Road security server').click()
  await page.getByText('f4a1-0007').waitFor()
  await page.getByLabel('Show').selectOption({ label: 'Later than the term' })
  await page.getByText('no answer yet').first().waitFor()
  expect(await page.getByText('Proof of the X-Road security server').count()).toBe(0)
  expect(problems).toEqual([])
})

test('a registrar asks to be told of a record, and not any more', async () => {
  const { page, problems } = await open('/registers', { trouble: 'outdated' })
  await page.getByRole('heading', { name: 'What you watch' }).waitFor()
  await page.getByRole('link', { name: /^A record changed/ }).click()
  await page.getByRole('button', { name: 'Do not tell me any more' }).click()
  await page.getByRole('button', { name: 'Tell me when this changes' }).click()
  await page.getByText('You are told from now on').waitFor()
  expect(problems).toEqual([])
})

test.each<[Language, Visit & { trouble?: Trouble }, string[]]>([
  ['en', {}, ['access', 'topics']],
  ['kk', { screen: 'phone' }, ['queue', 'lines', 'calls']],
  ['ru', { trouble: 'head', screen: 'phone' }, ['files']],
])('everybody can use the pages: %s', async (language, visit, parts) => {
  const { page } = await open(`/exchange/${parts[0]}`, { ...visit, language })
  for (const part of parts) {
    await page.goto(`${preview.origin}/workplace/exchange/${part}`)
    await page.getByRole('row').nth(1).waitFor()
    await expectAccessible(page)
    expect(await page.locator('body').innerText()).not.toMatch(/[{}]|undefined/)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }
})

test('a failure is told in words, with a way to try again', async () => {
  const { page } = await open('/exchange/access', { trouble: 'broken', language: 'kk' })
  for (const part of ['access', 'queue', 'topics']) {
    await page.goto(`${preview.origin}/workplace/exchange/${part}`)
    await page.locator('.state').first().waitFor()
  }
})
