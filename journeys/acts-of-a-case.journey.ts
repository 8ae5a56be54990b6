import { expectAccessible, testBrowser, type Visit, type Visitor } from '@tereze/foundation-testing'
import type { Language } from '@tereze/operation'
import { expect, test } from 'vitest'
import en from '../apps/portal/messages/en.json' with { type: 'json' }
import kk from '../apps/portal/messages/kk.json' with { type: 'json' }
import ru from '../apps/portal/messages/ru.json' with { type: 'json' }
import { applyForBenefits } from './apply-for-benefits.ts'
import { inspect } from './inspect.ts'
import { journeyPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const platform = await journeyPlatform()
const browser = await testBrowser()
const portal = { en, ru, kk }
const family = 'Родникова'

async function enter(name: string, visit: Visit, at = '/sign-in'): Promise<Visitor> {
  const visitor = await browser.visit(visit)
  await signIn(visitor.page, `${platform.origin}${at}`, name)
  return visitor
}

/** The applicant on a phone, in one of the languages. */
const applicant = (language: Language) => enter(family, { language, screen: 'phone' })

/** Opens the case as the applicant, and from it the question that waits; on the way both are looked at. */
async function answerFrom(address: string, language: Language, asked: string, field: string, answer: string) {
  const visitor = await applicant(language)
  const { page, context } = visitor
  await page.goto(address)
  await reloadUntil(page, page.locator('main a[href*="/tasks/"]'))
  await page.locator('main details > summary', { hasText: portal[language]['case.deadline.why'] }).click()
  await inspect(visitor)
  await page.locator('main a[href*="/tasks/"]').click()
  await page.locator('blockquote', { hasText: asked }).waitFor()
  await inspect(visitor)
  await page.locator(`textarea[name="${field}"]`).fill(answer)
  await page.locator('button[value=next]').click()
  await page.locator('button[value=send]').waitFor()
  await inspect(visitor)
  await page.locator('button[value=send]').click()
  await page.getByText(portal[language]['case.done.answered']).waitFor()
  await inspect(visitor)
  await context.close()
}

test('an official asks, suspends, prolongs and hears; the applicant answers each time, and gets a duplicate', {
  timeout: 170_000,
}, async () => {
  const address = await applyForBenefits(platform, () => applicant('kk'), 'Ару')
  const official = await enter('Самалова', { language: 'ru', screen: 'desktop' }, '/workplace/inbox/unit')
  const desk = official.page
  const dialog = desk.getByRole('dialog')
  const row = desk.getByRole('row').filter({ hasText: family })
  await reloadUntil(desk, row)
  await row.getByRole('link').first().click()
  await desk.getByRole('button', { name: 'Взять задачу' }).click()
  const begin = async (act: string) => {
    await desk.getByRole('button', { name: 'Ещё', exact: true }).click()
    await desk.getByRole('menuitem', { name: act }).click()
    await dialog.waitFor()
  }

  // A question beside the work: the term runs on.
  const question = 'Какая из двух сумм дохода верна? Назовите работодателя.'
  await begin('Запросить у заявителя')
  await dialog.getByLabel('Что нужно, понятно для заявителя').fill(question)
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: 'Запросить', exact: true }).click()
  await desk.getByText(question).waitFor()
  const first = 'Екеуінің кішісі дұрыс, жұмыс беруші растайды.'
  await answerFrom(address, 'kk', question, '/information/answer', first)
  await reloadUntil(desk, desk.getByText(first))
  await inspect(official)

  // The term stands still on a ground of the regulation, which says what ends it and when at the latest.
  const doubt = 'Сведения о доходе противоречат друг другу: поясните, пожалуйста, выплату за май.'
  await begin('Приостановить срок')
  await dialog
    .getByText(/самое большее — 10\sрабочих\sдней/)
    .first()
    .waitFor()
  await dialog.getByRole('radio').first().check()
  await dialog.getByLabel('Почему, понятно для заявителя').fill(doubt)
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: 'Приостановить', exact: true }).click()
  await desk.getByText('Срок приостановлен').last().waitFor()
  await inspect(official)
  const second = 'Это разовая выплата за прошлый год.'
  await answerFrom(address, 'ru', doubt, '/suspensionAnswer/text', second)
  await reloadUntil(desk, desk.getByText(second))

  // It is prolonged once; afterwards nobody is offered to do so again.
  await begin('Продлить срок')
  await dialog
    .getByText(/срок увеличится на 10\sрабочих\sдней/)
    .first()
    .waitFor()
  await dialog.getByRole('radio').first().check()
  await dialog.getByLabel('Почему, понятно для заявителя').fill('Нужно заключение бухгалтера по обоим отчётам')
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: 'Продлить', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: 'Ещё', exact: true }).click()
  await desk.getByRole('menuitem', { name: 'Приостановить срок' }).waitFor()
  expect(await desk.getByRole('menuitem', { name: 'Продлить срок' }).count()).toBe(0)
  await desk.keyboard.press('Escape')

  // A refusal is intended: the applicant is heard before, and is right.
  const intended = 'Даже меньшая из двух сумм превышает предел на каждого члена семьи.'
  await desk.getByRole('radio', { name: /Отказать/ }).check()
  await desk.getByRole('checkbox').first().check()
  await desk.getByLabel('Обоснование, понятное заявителю').fill(intended)
  await desk.getByRole('button', { name: 'Принять решение' }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Принять решение' }).click()
  await desk.locator('.what-is-done').waitFor()
  const objection = 'We are four in the family since the birth of the child, not three.'
  await answerFrom(address, 'en', intended, '/objection/text', objection)
  await reloadUntil(desk, desk.getByText(objection))
  await desk.getByRole('button', { name: 'Взять задачу' }).click()
  await desk.getByRole('radio', { name: /Удовлетворить/ }).check()
  const heard = 'Довод заявителя верен: в семье четыре человека, доход ниже предела.'
  await desk.getByLabel('Обоснование с ответом на доводы заявителя').fill(heard)
  await inspect(official)
  await desk.getByRole('button', { name: 'Принять решение' }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Принять решение' }).click()
  await desk.locator('.what-is-done').waitFor()

  // Every act is told with its number; of the result a duplicate is made on request.
  const mother = await applicant('kk')
  const { page } = mother
  await page.goto(address)
  const duplicate = page.locator('summary', { hasText: kk['case.duplicate'] })
  await reloadUntil(page, duplicate)
  await page.getByText(heard).first().waitFor()
  await page.locator('summary', { hasText: kk['case.acts'] }).click()
  for (const act of [
    'suspension',
    'resumption',
    'extension',
    'preliminary-decision',
    'hearing',
    'payment-order',
  ] as const)
    await page
      .getByRole('rowheader', { name: kk[`act.${act}`], exact: true })
      .first()
      .waitFor()
  await inspect(mother)
  await duplicate.click()
  await page.getByRole('button', { name: kk['case.duplicate.send'] }).click()
  await page.getByText(kk['case.done.duplicate']).waitFor()
  const papers = page.locator('main a[href$="/file.pdf"], main a[href*="/documents/"]')
  await reloadUntil(page, papers)
  await inspect(mother)
})
