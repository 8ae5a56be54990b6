import { testBrowser, type Visitor } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import kk from '../apps/workplace/messages/kk.json' with { type: 'json' }
import ru from '../apps/workplace/messages/ru.json' with { type: 'json' }
import rules from '../content/registers/addresses/messages/ru.json' with { type: 'json' }
import { inspect } from './inspect.ts'
import { sharedPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const platform = await sharedPlatform()
const browser = await testBrowser()
const organisation = 'address-bureau'
const register = 'addresses'
const source = { kind: 'official', reference: 'plan', organisation }
const steward = 'Күнсұлу Сұңқарова'

/** Calls a command as whoever is signed in, as the pages of the workplace do. */
async function command({ page }: Visitor, name: string, input: object): Promise<Record<string, unknown>> {
  const session = await page.request.post(`${platform.origin}/v1/identity/get-session`, { data: {} })
  const { formToken } = (await session.json()) as { formToken: string }
  const headers = { 'x-tereze-form': formToken, 'idempotency-key': crypto.randomUUID() }
  const reply = await page.request.post(`${platform.origin}/v1/registers/${name}`, { data: input, headers })
  expect(reply.status(), await reply.text()).toBe(200)
  return (await reply.json()) as Record<string, unknown>
}

test('a street that lies nowhere becomes a case of the register’s keeper, and is mended', {
  timeout: 180_000,
}, async () => {
  const desk = await browser.visit({ language: 'ru', screen: 'desktop' })
  const { page } = desk
  await signIn(page, `${platform.origin}/workplace/`, steward)
  const words = { en: 'Crane street', ru: 'улица Журавлиная', kk: 'Тырна көшесі' }
  const street = { kind: 'street', name: words, text: words, code: '990199' }
  const { record } = await command(desk, 'register-record', { organisation, register, data: street, source })

  const rule = rules['rule.parent-there']
  await page.goto(`${platform.origin}/workplace/quality/${register}/violations`)
  await reloadUntil(page, page.getByRole('link', { name: String(record) }))
  await inspect(desk)
  await page.goto(`${platform.origin}/workplace/quality`)
  await page.getByRole('link', { name: /1 нарушение/ }).click()
  await page.getByRole('searchbox').fill('страны')
  await page.getByRole('rowheader', { name: rule }).waitFor()
  await page.getByRole('searchbox').fill('слон')
  await page.getByText(ru['quality.not-found-title']).waitFor()

  // From the record's violation to its case, and from the case to the record.
  await page.goto(`${platform.origin}/workplace/quality/${register}/rules`)
  await page.getByRole('link', { name: /1 нарушение/ }).click()
  await reloadUntil(page, page.locator('tbody a[href*="/cases/"]'))
  await page.locator('tbody a[href*="/cases/"]').click()
  await page.getByText(rule).first().waitFor()
  await inspect(desk)
  await page.getByRole('link', { name: ru['case.about-record'] }).click()
  await page.getByText('990199').first().waitFor()

  const found = await command(desk, 'find-records', { organisation, register, where: { kind: 'country' }, limit: 1 })
  const parent = (found.items as { record: string }[])[0]?.record
  const data = { ...street, parent }
  const given = { organisation, register, record, version: 1, data, reason: 'the plan of the town', source }
  await command(desk, 'change-record', given)
  await page.goto(`${platform.origin}/workplace/quality/${register}/violations?state=mended`)
  await reloadUntil(page, page.getByRole('link', { name: String(record) }))
  await page.locator('tbody a[href*="/cases/"]').click()
  await reloadUntil(page, page.getByText(ru['outcome.granted']))

  const phone = await browser.visit({ language: 'kk', screen: 'phone' })
  await signIn(phone.page, `${platform.origin}/workplace/`, steward)
  await phone.page.goto(`${platform.origin}/workplace/quality`)
  await phone.page.getByText(kk['quality.of-organisation']).waitFor()
  const beside = phone.page.getByRole('region', { name: kk['quality.side-by-side'] })
  await beside.getByRole('heading', { level: 3 }).nth(1).waitFor()
  await inspect(phone)
})
