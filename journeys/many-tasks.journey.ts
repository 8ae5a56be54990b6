import { expectAccessible, testBrowser } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import en from '../apps/portal/messages/en.json' with { type: 'json' }
import ru from '../apps/workplace/messages/ru.json' with { type: 'json' }
import { applyForBenefits } from './apply-for-benefits.ts'
import { journeyPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const platform = await journeyPlatform()
const browser = await testBrowser()
const family = 'Родникова'

async function mother(language: 'kk' | 'en') {
  const visitor = await browser.visit({ language, screen: 'phone' })
  await signIn(visitor.page, `${platform.origin}/sign-in`, family)
  return visitor
}

test('an official keeps a list under a name, completes two tasks alike, and finds them again when they are done', {
  timeout: 170_000,
}, async () => {
  const addresses: string[] = []
  for (const given of ['Ару', 'Аян']) addresses.push(await applyForBenefits(platform, () => mother('kk'), given))

  const { page: desk, problems } = await browser.visit({ language: 'ru', screen: 'desktop' })
  await signIn(desk, `${platform.origin}/workplace/inbox/unit`, 'Самалова')
  const rows = desk.getByRole('row').filter({ hasText: family })
  await reloadUntil(desk, rows.nth(1))

  // The list is narrowed to a service, kept under a name, and opened again by it from another list.
  await desk.getByRole('button', { name: ru['narrow.title'] }).click()
  await desk.getByLabel(ru['narrow.service']).selectOption('monthly-child-benefit')
  await desk.getByRole('dialog').getByRole('button', { name: ru['narrow.show'], exact: true }).click()
  await desk.getByRole('button', { name: ru['filters.title'], exact: true }).click()
  await desk.getByLabel(ru['filters.name']).fill('Ежемесячные пособия')
  await desk.getByRole('dialog').getByRole('button', { name: ru['filters.keep'], exact: true }).click()
  const kept = desk.getByRole('link', { name: 'Ежемесячные пособия' })
  await kept.waitFor()
  await desk.goto(`${platform.origin}/workplace/inbox/mine`)
  await desk.getByRole('button', { name: ru['filters.title'], exact: true }).click()
  await kept.click()
  await desk.waitForURL(url => url.pathname.endsWith('/inbox/unit') && url.search.includes('monthly-child-benefit'))
  await rows.nth(1).waitFor()

  // Both are of the same work: ticked and completed alike, with one outcome and one reason.
  for (const index of [0, 1]) await rows.nth(index).getByRole('checkbox').check()
  await desk.getByRole('button', { name: ru['bulk.complete'], exact: true }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Удовлетворить/ }).check()
  const reason = 'Работодатель подтвердил меньшую сумму для обоих заявлений.'
  await dialog.getByLabel('Обоснование, понятное заявителю').fill(reason)
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: /^Завершить 2/ }).click()
  await desk.locator('.bulk-outcome').getByText(/2/).waitFor()
  await rows.first().waitFor({ state: 'detached' })

  // Done work is found by name, with who did it; the list is forgotten.
  await desk.goto(`${platform.origin}/workplace/inbox/search?q=${encodeURIComponent('родник')}`)
  await rows.nth(1).getByText(ru['inbox.ended']).waitFor()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: ru['filters.title'], exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: ru['filters.forget'] }).click()
  await kept.waitFor({ state: 'detached' })
  expect(problems).toEqual([])

  const { page } = await mother('en')
  for (const address of addresses) {
    await page.goto(address)
    await reloadUntil(page, page.getByText(en['case.outcome.granted.text']))
    await page.getByText(reason).first().waitFor()
  }
})
