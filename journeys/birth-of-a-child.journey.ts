import { testBrowser, type Visit, type Visitor } from '@tereze/foundation-testing'
import { parseProofFile } from '@tereze/merkle-log'
import { expect, test } from 'vitest'
import kk from '../apps/portal/messages/kk.json' with { type: 'json' }
import { inspect } from './inspect.ts'
import { keepInWallet } from './keep-in-wallet.ts'
import { numberOf, reportBirth } from './maternity-ward.ts'
import { journeyPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const platform = await journeyPlatform()
const browser = await testBrowser()

async function enter(name: string, visit: Visit, at = '/sign-in'): Promise<Visitor> {
  const visitor = await browser.visit(visit)
  await signIn(visitor.page, `${platform.origin}${at}`, name)
  return visitor
}

const open = ({ page }: Visitor, path: string) => page.goto(`${platform.origin}${path}`)

/** From the first page to the question that waits there. */
async function goToTask(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await open(visitor, '/')
  const task = page.locator('main a[href*="/tasks/"]')
  await reloadUntil(page, task)
  await task.first().click()
}

/** The person's cases by title, from their list. */
async function casesOf(visitor: Visitor): Promise<{ title: string; href: string; text: string }[]> {
  await open(visitor, '/cases')
  const rows = await visitor.page.locator('main a[href^="/cases/"]').evaluateAll(links =>
    links.map(link => ({
      title: link.textContent ?? '',
      href: link.getAttribute('href') ?? '',
      text: (link.closest('li') as HTMLElement | null)?.innerText ?? '',
    })),
  )
  return rows
}

const caseNumber = /D-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]/

test('a mother on her phone, an official at a desk, anybody who checks', { timeout: 170_000 }, async () => {
  await reportBirth(platform, { mother: numberOf(platform, 'Вера Родникова'), ward: 'maternity-ward-north' })
  const mother = await enter('Родникова', { language: 'kk', screen: 'phone' })
  const { page } = mother

  // She is asked for the name; the family name is there already, with its source.
  await goToTask(mother)
  await inspect(mother)
  const known = page.locator('main form', { hasText: 'Родникова' })
  await known.getByText('Азаматтық хал актілерін').first().waitFor()

  // Nothing is checked off in silence: words that are no address lead back to the question, with what was found for them.
  const sendTo = page.getByRole('combobox')
  await sendTo.fill('Nan 1')
  // What is offered meanwhile lies over the button, sooner or later.
  await page.getByRole('option').first().waitFor()
  await sendTo.press('Escape')
  await page.locator('button[value=next]').click()
  await page.locator('[aria-invalid=true][role=combobox]').waitFor()
  const first = page.getByRole('option').first()
  await first.waitFor()
  await sendTo.press('ArrowDown')
  const chosen = (await first.textContent()) ?? ''
  expect(chosen).toMatch(/Нан көшесі, 1/)
  expect(await sendTo.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
  await inspect(mother)
  await sendTo.press('Enter')
  expect(await sendTo.inputValue()).toBe(chosen)
  await page.locator('input[name="/name/given"]').fill('Ару')
  await page.locator('button[value=next]').click()
  await page.getByText(chosen).first().waitFor()

  // She looks at everything once more; Back in the browser leads to what she typed, and forward again to the review.
  await page.locator('button[value=send]').waitFor()
  await inspect(mother)
  await page.goBack()
  await page.locator('input[name="/name/given"]').waitFor()
  await page.goForward()

  // On another machine she goes on where she stopped, with all that she typed.
  const elsewhere = await enter('Родникова', { language: 'en', screen: 'desktop' })
  await goToTask(elsewhere)
  await elsewhere.page.getByText('You go on where you stopped').waitFor()
  await elsewhere.page.getByText('Ару').first().waitFor()
  await inspect(elsewhere)
  await page.locator('button[value=send]').click()

  // Within seconds, without a person: registered, a certificate, a message.
  const certificate = page.locator('main a[href$="/file.pdf"]')
  await reloadUntil(page, certificate)
  await page.locator('.verdict').waitFor()
  await inspect(mother)
  const paper = await mother.context.request.get(`${platform.origin}${await certificate.first().getAttribute('href')}`)
  const picture = (await paper.body()).toString('latin1')
  expect(paper.headers()['content-type']).toBe('application/pdf')
  expect(picture.startsWith('%PDF-')).toBe(true)

  // Whoever holds the paper follows its code, in English, without signing in.
  const address = /\/URI \(([^)]+\/verify\/[0-9A-Z-]+)\)/.exec(picture)?.[1] ?? ''
  expect(address).toContain(`${platform.origin}/verify/`)
  const anybody = await browser.visit({ language: 'en', screen: 'desktop' })
  await anybody.page.goto(address)
  await anybody.page.getByText('This document is real and valid').waitFor()
  await anybody.page.getByText('Holds: nothing was changed since it was issued').waitFor()
  await inspect(anybody)
  await open(anybody, '/verify')
  await anybody.page.getByLabel('Code').fill('7K4M-92XQ-P3TA-D5EH')
  await anybody.page.getByRole('button', { name: 'Check' }).click()
  await anybody.page.getByText('There is no document with this code').waitFor()

  // The file itself says who sealed it, to whoever has it.
  await open(anybody, '/verify')
  await anybody.page.getByRole('link', { name: 'Choose a file' }).click()
  const file = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: await paper.body() }
  await anybody.page.getByLabel('Signed file or signature').setInputFiles(file)
  await anybody.page.getByRole('button', { name: 'Check the file' }).click()
  // Its seal, and the time-stamp over what is kept with it for later.
  await expect.poll(() => anybody.page.getByText('The signature is valid').count()).toBe(2)
  await anybody.page.getByText('Tereze Seals').first().waitFor()
  await inspect(anybody)

  // She keeps it in a wallet, shows of it what an official asks for, and takes it back.
  const asking = await enter('Самалова', { language: 'en' }, '/workplace/')
  await keepInWallet(platform.origin, { mother, official: asking, anybody })
  await asking.context.close()

  // What else is due stands ready.
  await open(mother, '/')
  const ready = page.locator('main a[href$="/confirm"]')
  await reloadUntil(page, ready)
  await inspect(mother)
  await page.locator('main a[href^="/situations/"]:not([href$="/confirm"])').first().click()
  await page.getByRole('heading', { name: kk['situation.known'] }).waitFor()
  await inspect(mother)
  await page.locator('main a[href$="/confirm"]').first().click()
  const services = page.locator('input[name=service]')
  expect(await services.count()).toBe(4)
  for (const service of await services.all()) expect(await service.isChecked()).toBe(true)
  const facts = page.locator('main aside')
  for (const fact of ['Ару Родникова', 'Олег Павлович Родников', 'Салық агенттігі']) {
    await facts.getByText(fact).first().waitFor()
  }
  await inspect(mother)

  // One confirmation, the account that she chooses.
  const account = page.locator('label.choice', { has: page.locator('input[name=account]') }).last()
  const mask = /ACC-\S+/.exec(await account.innerText())?.[0] ?? 'no account'
  await account.locator('input').check()
  await page.getByRole('button', { name: kk['confirm.button'], exact: true }).click()
  await page.getByText(kk['situation.confirmed']).waitFor()
  await inspect(mother)

  // Several cases, each with its own number.
  await open(mother, '/cases')
  await reloadUntil(page, page.locator('main li', { hasText: caseNumber }).nth(4))
  await expect
    .poll(async () => (await casesOf(mother)).filter(({ text }) => /көрсетілді/i.test(text)).length, {
      timeout: 15_000,
    })
    .toBe(4)
  const all = await casesOf(mother)
  expect(new Set(all.map(({ text }) => caseNumber.exec(text)?.[0])).size).toBe(5)
  await inspect(mother)
  const find = (word: RegExp) => all.find(({ title }) => word.test(title))?.href ?? ''

  // The one-time benefit: decided by rule, ordered to that account, told in her own language.
  await open(mother, find(/біржолғы/i))
  await page.locator('.verdict').waitFor()
  await page.getByText(mask).first().waitFor()
  expect(await page.locator('main').innerText()).toMatch(/164\s350/)
  await inspect(mother)
  await open(mother, '/messages')
  await inspect(mother)
  await page.getByRole('link', { name: 'Біржолғы жәрдемақы тағайындалды' }).click()
  await page.getByRole('heading', { level: 1, name: 'Біржолғы жәрдемақы тағайындалды' }).waitFor()
  await inspect(mother)
  // Letters and SMS come in the language that the register has for her.
  await open(anybody, '/demo/mail')
  await anybody.page.getByText('Единовременное пособие назначено').first().waitFor()
  await open(mother, '/documents')
  expect(await page.locator('main a[href$="/file.pdf"]').count()).toBe(4)
  await inspect(mother)

  // Incomes that contradict each other: a term in working days, and a person.
  const monthly = find(/ай сайынғы/i)
  await open(mother, monthly)
  await page.locator('time').first().waitFor()
  await inspect(mother)
  const official = await enter('Самалова', { language: 'ru', screen: 'desktop' }, '/workplace/')
  const desk = official.page
  await desk.getByRole('link', { name: 'Отдел', exact: true }).click()
  const row = desk.getByRole('row').filter({ hasText: 'Родникова' })
  await row.getByText(/рабоч\S+ д/).waitFor()
  await inspect(official)
  await row.getByRole('link').first().click()
  await desk.getByRole('button', { name: 'Взять задачу' }).click()
  for (const part of ['Чек-лист', 'Что следует из правил']) await desk.getByRole('heading', { name: part }).waitFor()
  await desk.getByText('Если источники противоречат друг другу').first().waitFor()
  await desk.getByText('60 000 DMD').first().waitFor()
  await desk.getByText('180 000 DMD').first().waitFor()
  await inspect(official)
  await desk.getByRole('button', { name: 'Принять решение' }).click()
  await desk.locator('#mistakes').waitFor()
  await inspect(official)
  await desk.getByRole('radio', { name: /Удовлетворить/ }).check()
  const reason = 'Работодатель подтвердил справкой, что верна меньшая сумма.'
  await desk.getByLabel('Обоснование, понятное заявителю').fill(reason)
  await desk.getByRole('button', { name: 'Принять решение' }).click()
  const lastLook = desk.getByRole('alertdialog')
  await lastLook.getByText(reason).waitFor()
  await lastLook.getByRole('button', { name: 'Принять решение' }).click()
  await desk.locator('.what-is-done').waitFor()
  await inspect(official)

  // She sees what was decided and why, and says how it was.
  await open(mother, monthly)
  await reloadUntil(page, page.locator('.verdict'))
  await page.getByText(reason).first().waitFor()
  await inspect(mother)
  await page.locator('input[name=rating][value="5"]').check()
  await page.locator('textarea[name=comment]').fill('Жылдам әрі түсінікті')
  await page.getByRole('button', { name: kk['case.rate.send'] }).click()
  await page.getByText(kk['case.done.rated']).waitFor()
  expect(await page.locator('input[name=rating]').count()).toBe(0)

  // Who looked at her data: the official by role, and every body that asked.
  const lookers = await readLooks(mother)
  for (const who of ['Маман', 'Әлеуметтік', 'Білім', 'Денсаулық', 'Азаматтық хал', 'Терезе']) {
    expect(lookers).toContain(who)
  }

  // She takes the proof of a look along; nobody else can.
  const look = (await page.locator('main a[download]').first().getAttribute('href')) ?? ''
  const proof = await page.request.get(`${platform.origin}${look}`)
  expect([proof.status(), parseProofFile(await proof.text())?.extra?.length]).toEqual([200, expect.any(Number)])
  const stranger = await browser.visit({ language: 'ru' })
  const refused = await stranger.page.request.get(`${platform.origin}${look}`, { maxRedirects: 0 })
  expect(refused.status()).not.toBe(200)
})

/** All pages of “who looked at my data”, as text. */
async function readLooks(visitor: Visitor): Promise<string> {
  const { page } = visitor
  await open(visitor, '/me')
  await inspect(visitor)
  await open(visitor, '/me/looks')
  await inspect(visitor)
  let text = ''
  for (;;) {
    text += await page.locator('main').innerText()
    const more = page.locator('main a[href*="after="]')
    if ((await more.count()) === 0) return text
    await more.click()
    await page.waitForLoadState()
  }
}

test('a mother answers by SMS', { timeout: 60_000 }, async () => {
  // Whoever is asked at night may be rung at, if they said so.
  const mother = await enter('Жайлауова', { language: 'kk', screen: 'phone' })
  await open(mother, '/messages')
  await mother.page.getByRole('link', { name: 'Маған қалай жазады' }).click()
  await mother.page.getByLabel('Кез келген уақытта').check()
  await mother.page.getByRole('button', { name: 'Сақтау' }).click()
  await mother.page.getByText('Сақталды').waitFor()
  await inspect(mother)
  await reportBirth(platform, { mother: numberOf(platform, 'Әлия Жайлауова'), ward: 'maternity-ward-north' })
  const phone = await browser.visit({ language: 'kk', screen: 'phone' })
  await open(phone, '/demo/mail')
  const question = phone.page.locator('article', { hasText: 'ЕСІМ және есімнің өзін' })
  await reloadUntil(phone.page, question)
  await inspect(phone)
  await question.locator('input[name=text]').fill('ЕСІМ Айша')
  await question.getByRole('button').click()
  await reloadUntil(phone.page, phone.page.locator('article', { hasText: 'Айша' }))
  await open(mother, '/documents')
  await reloadUntil(mother.page, mother.page.locator('main a[href$="/file.pdf"]'))
  await open(mother, '/')
  await reloadUntil(mother.page, mother.page.locator('main a[href$="/confirm"]'))
})

test('an unmarried mother names the father, and he confirms by his own task', { timeout: 90_000 }, async () => {
  await reportBirth(platform, { mother: numberOf(platform, 'Дарья Снегирёва'), ward: 'maternity-ward-south' })
  const mother = await enter('Снегирёва', { language: 'ru', screen: 'phone' })
  const { page } = mother
  await goToTask(mother)
  await page.locator('input[name="/name/given"]').fill('Майя')
  await page.locator('button[value=next]').click()
  await page.getByRole('radio', { name: 'Отец и я заявляем вместе' }).check()
  await page.locator('button[value=next]').click()
  const number = page.getByLabel('Личный номер отца')
  await number.waitFor()
  await number.fill('DM-0000')
  await page.locator('button[value=next]').click()
  await page.locator('[aria-invalid=true]').first().waitFor()
  await inspect(mother)
  await number.fill(numberOf(platform, 'Ерлан Тұлпаров'))
  await page.locator('button[value=next]').click()
  await inspect(mother)
  await page.locator('button[value=send]').click()
  const hers = new URL(page.url()).pathname

  const father = await enter('Тұлпаров', { language: 'en', screen: 'desktop' })
  await goToTask(father)
  await inspect(father)
  await father.page.getByRole('radio', { name: 'Yes' }).check()
  await father.page.locator('button[value=next]').click()
  await father.page.locator('button[value=send]').click()
  await father.page.getByText('Thank you, your answer is in.').waitFor()
  await inspect(father)

  await open(mother, hers)
  await reloadUntil(page, page.locator('main a[href$="/file.pdf"]'))
  await page.getByText('отец записывается по совместному заявлению обоих').first().waitFor()
  await inspect(mother)
})
