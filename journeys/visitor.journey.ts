import { testBrowser } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import portal from '../apps/portal/messages/en.json' with { type: 'json' }
import ru from '../apps/workplace/messages/ru.json' with { type: 'json' }
import profile from '../modules/profile/messages/en.json' with { type: 'json' }
import { inspect } from './inspect.ts'
import { numberOf } from './maternity-ward.ts'
import { journeyPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const platform = await journeyPlatform()
const browser = await testBrowser()
const at = (path: string) => `${platform.origin}${path}`
const mother = 'Сәуле Алтынова'

test('who came in is let be acted for by a code, goes on with what they began on the portal, and sees who looked; a stranger is registered and signs', {
  timeout: 180_000,
}, async () => {
  const own = await browser.visit({ language: 'en', screen: 'phone' })
  await signIn(own.page, at('/sign-in'), mother)
  await own.page.goto(at('/services/kindergarten-queue'))
  await own.page.getByRole('button', { name: portal['entry.apply'] }).click()
  await own.page.waitForURL('**/cases/**')
  const mine = own.page.url()
  const { page: phone } = own
  const session = await phone.request.post(at('/v1/identity/get-session'), { data: {} })
  const { id: person, formToken } = (await session.json()) as { id: string; formToken: string }
  const headers = { 'x-tereze-form': formToken }
  const known = await phone.request.post(at('/v1/profile/get-own-profile'), { data: { person }, headers })
  const born = /"value":"(\d{4}-\d{2}-\d{2})","as":"date"/.exec(await known.text())?.[1] ?? ''

  const office = await browser.visit({ language: 'ru', screen: 'desktop' })
  const { page } = office
  await signIn(page, at('/workplace/'), 'Арман Бұлақов')
  await page.goto(at('/workplace/reception'))
  const desk = page.getByRole('region', { name: ru['visit.title'], exact: true })
  const button = (words: string) => desk.getByRole('button', { name: words, exact: true })

  // Nobody is found by a wrong birthday; by the right one they are.
  await desk.getByLabel(ru['visit.number']).fill(numberOf(platform, mother))
  await desk.getByLabel(ru['visit.birthday']).fill('1900-01-01')
  await button(ru['visit.find']).click()
  await desk.getByText(ru['visit.nobody']).waitFor()
  await desk.getByLabel(ru['visit.birthday']).first().fill(born)
  await button(ru['visit.find']).click()
  await button(ru['visit.open']).click()
  await button(ru['visit.code-send']).click()
  await desk.getByLabel(ru['visit.code']).waitFor()
  await inspect(office)
  const box = await browser.visit({ language: 'en', screen: 'phone' })
  await box.page.goto(at('/demo/mail'))
  const code = /\b\d{6}(?= lets the operator)/.exec(await box.page.locator('main').innerText())?.[0] ?? ''
  await box.context.close()
  await desk.getByLabel(ru['visit.code']).fill(code)
  await button(ru['visit.code-check']).click()

  // What she began on the portal is gone on with at the desk.
  await button(ru['visit.go-on']).click()
  await desk.locator('input[name="/forWhom"][value=own]').check()
  await desk.getByLabel(/Зере/).check()
  await desk.locator('input[name="/language"][value=kk]').check()
  await desk.locator('input[name="/wantedFrom/day"]').fill('1')
  await desk.locator('select[name="/wantedFrom/month"]').selectOption('9')
  const year = String(new Date().getFullYear() + 1)
  await desk.locator('input[name="/wantedFrom/year"]').fill(year)
  await inspect(office)
  await button(ru['visit.submit']).click()
  await desk.getByText(ru['visit.submitted']).waitFor()
  await button(ru['visit.back']).click()
  await desk.getByText(ru['visit.applied']).waitFor()
  await button(ru['visit.end']).click()
  await desk.getByLabel(ru['visit.number']).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Алтынова')

  await own.page.goto(mine)
  expect(await own.page.locator('a[href*="/tasks/"]').count()).toBe(0)
  await own.page.goto(at('/me/looks'))
  await reloadUntil(own.page, own.page.getByText(profile['what.reception.confirm-by-code']))
  await own.page.getByText(profile['ground.visit']).first().waitFor({ state: 'attached' })
  await own.context.close()

  // Whom no register knows is registered, has no telephone, and signs.
  await desk.getByLabel(ru['visit.number']).fill('DM-0000')
  await desk.getByLabel(ru['visit.birthday']).fill('1980-02-03')
  await button(ru['visit.find']).click()
  await desk.getByText(ru['visit.register'], { exact: true }).click()
  const form = desk.locator('form.visit-register')
  const fill = (name: string, value: string) => form.locator(`input[name="visitor/${name}"]`).fill(value)
  await fill('name/family', 'Demo')
  await fill('name/given', 'New')
  await fill('born', '1980-02-03')
  await fill('citizenship', 'xe')
  await fill('document/number', 'N 12345')
  await fill('document/country', 'XE')
  await fill('phone', '12')
  await button(ru['visit.register-now']).click()
  await form.getByRole('alert').first().waitFor()
  await fill('phone', '')
  await button(ru['visit.register-now']).click()
  const pad = desk.getByRole('img', { name: ru['visit.sign-field'] })
  await pad.scrollIntoViewIfNeeded()
  const field = await pad.boundingBox()
  if (field === null) throw new Error('there is no field to sign in')
  await page.mouse.move(field.x + 20, field.y + 20)
  await page.mouse.down()
  await page.mouse.move(field.x + field.width - 20, field.y + field.height - 20, { steps: 5 })
  await page.mouse.up()
  await button(ru['visit.sign']).click()
  await desk.getByText(ru['visit.services']).waitFor()
  await button(ru['visit.end']).click()
  await desk.getByLabel(ru['visit.number']).waitFor()
})
