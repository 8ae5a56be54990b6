import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { optionsIn, softAuthenticator } from '../authenticator.fixture.ts'
import type { Answer } from '../browser.fixture.ts'
import { beginRecovery, confirmRecovery, listWayChanges } from '../contract/index.ts'
import { aigul, dana, identityPlatform, numberOf, operator, origin } from '../identity-platform.fixture.ts'
import type { DemoIdentity } from '../ports/demo-sign-in.ts'
import { recoveryLife } from '../recovery.ts'

const platform = await identityPlatform()
const { newBrowser, clock } = platform
const { call } = platform.runner
const document = 'Passport 0000, shown'
const formOf = (page: Answer) => /name="_form" value="([^"]*)"/.exec(page.text)?.[1] ?? ''

async function newCode(who: DemoIdentity): Promise<string> {
  const begun = await call(beginRecovery, { number: numberOf(who), document }, operator(1))
  if (isRefused(begun)) throw new Error(begun.code)
  const made = await call(confirmRecovery, { recovery: begun.recovery }, operator(2))
  if (isRefused(made)) throw new Error(made.code)
  return made.code
}

async function enter(paper: string) {
  const browser = newBrowser()
  const page = await browser.open('/sign-in?to=%2Fown')
  const answer = await browser.post(`${page.url.pathname}/recovery`, { _form: formOf(page), paper })
  return { browser, answer, end: await browser.follow(answer) }
}

test('a paper code opens the account once, and ends everything that opened it before', async () => {
  const thief = newBrowser()
  await platform.signIn(thief, aigul)
  const access = await thief.open('/me/access')
  const authenticator = softAuthenticator({ origin })
  await thief.submit(access, { do: 'add-passkey', response: JSON.stringify(authenticator.create(optionsIn(access))) })
  await thief.submit(access, { do: 'set-password', login: 'aigul', password: 'drum lantern orbit hazel' })
  const bystander = newBrowser()
  await platform.signIn(bystander, dana)

  const code = await newCode(aigul)
  expect(code).toMatch(/^(?:[BCDFGHJKMNPQRSTVWXYZ346789]{4}-){3}[BCDFGHJKMNPQRSTVWXYZ346789]{4}$/)
  const { end } = await enter(` ${code.toLowerCase().replaceAll('-', ' ')} `)
  expect(JSON.parse(end.text)).toMatchObject({ id: aigul.id, assurance: 'substantial' })
  expect((await thief.send('GET', '/own')).status).toBe(401)
  expect(await call(listWayChanges, {}, JSON.parse(end.text))).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ way: 'account', deed: 'recovered' })]),
  })
  expect((await bystander.send('GET', '/own')).status).toBe(200)
  const page = await thief.open('/sign-in')
  const response = JSON.stringify(authenticator.get(optionsIn(page)))
  expect((await thief.post(`${page.url.pathname}/passkey`, { _form: formOf(page), response })).status).toBe(422)
  const password = { _form: formOf(page), login: 'aigul', password: 'drum lantern orbit hazel' }
  expect((await thief.post(`${page.url.pathname}/password`, password)).status).toBe(422)
  const late = await newCode(dana)
  clock.advance({ milliseconds: recoveryLife })
  expect((await enter(late)).answer.status).toBe(422)
  const again = await enter(code)
  expect(again.answer.status).toBe(422)
  expect(again.answer.text).toContain('The paper code opens nothing')
  const told = platform.audited.filter(line => line.subjects.includes(aigul.id)).map(line => line.operation)
  for (const operation of ['identity.begin-recovery', 'identity.confirm-recovery', 'identity.use-paper-code'])
    expect(told).toContain(operation)
})
