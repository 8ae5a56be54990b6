import { expect, test } from 'vitest'
import { optionsIn, type Quirks, softAuthenticator } from '../authenticator.fixture.ts'
import type { Browser } from '../browser.fixture.ts'
import { aigul, dana, identityPlatform, officer, origin } from '../identity-platform.fixture.ts'
import type { DemoIdentity } from '../ports/demo-sign-in.ts'

const platform = await identityPlatform()
const { newBrowser } = platform
const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' }

/** Somebody who signed in by code and added a passkey. */
async function withPasskey(who: DemoIdentity, synced = false) {
  platform.clock.advance({ seconds: 1 })
  const browser = newBrowser(agent)
  await platform.signIn(browser, who)
  const page = await browser.open('/me/access')
  const authenticator = softAuthenticator({ origin, synced })
  const response = JSON.stringify(authenticator.create(optionsIn(page)))
  const done = await browser.follow(await browser.submit(page, { do: 'add-passkey', response }))
  return { browser, authenticator, done }
}

const use = async (browser: Browser, authenticator: ReturnType<typeof softAuthenticator>, quirks?: Quirks) => {
  const page = await browser.open('/sign-in?to=%2Fown')
  const response = JSON.stringify(authenticator.get(optionsIn(page), quirks))
  const answer = await browser.post(`${page.url.pathname}/passkey`, { _form: formOf(page), response })
  return { page, response, answer, end: await browser.follow(answer) }
}
const formOf = (page: { text: string }) => /name="_form" value="([^"]*)"/.exec(page.text)?.[1] ?? ''

test('a passkey signs in without a code: high where it stays on its device, substantial where it is synced', async () => {
  const { authenticator, done } = await withPasskey(aigul)
  expect(done.text).toContain('The passkey was added.')
  expect(done.text).toContain('Firefox, Windows')
  const { end } = await use(newBrowser(), authenticator)
  expect(JSON.parse(end.text)).toMatchObject({ id: aigul.id, assurance: 'high' })
  const synced = await withPasskey(officer, true)
  const work = await use(newBrowser(), synced.authenticator)
  expect(JSON.parse(work.end.text)).toMatchObject({ id: officer.id, assurance: 'substantial' })
})

test('what was signed for another sign-in, place, purpose or without checking the owner is refused alike', async () => {
  const { authenticator } = await withPasskey(dana)
  const browser = newBrowser()
  const { response } = await use(browser, authenticator)
  const page = await browser.open('/sign-in?to=%2Fown')
  const replayed = await browser.post(`${page.url.pathname}/passkey`, { _form: formOf(page), response })
  const strange = softAuthenticator({ origin })
  const answers = [
    replayed,
    await browser.post(`${page.url.pathname}/passkey`, { _form: formOf(page), response: 'nonsense' }),
    (await use(newBrowser(), authenticator, { origin: 'https://evil.example' })).answer,
    (await use(newBrowser(), authenticator, { type: 'webauthn.create' })).answer,
    (await use(newBrowser(), authenticator, { unchecked: true })).answer,
    (await use(newBrowser(), authenticator, { counter: 1 })).answer,
    (await use(newBrowser(), strange)).answer,
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('This passkey does not fit')
  }
  const forged = await browser.post(`${page.url.pathname}/passkey`, { response })
  expect(forged.status).toBe(403)
})

test('a removed passkey signs in no more', async () => {
  const { browser, authenticator, done } = await withPasskey(aigul)
  const passkey = [...done.text.matchAll(/name="passkey" value="([^"]*)"/g)].at(-1)?.[1] ?? ''
  const removed = await browser.follow(await browser.submit(done, { do: 'remove-passkey', passkey }))
  expect(removed.text).toContain('The passkey was removed.')
  expect((await use(newBrowser(), authenticator)).answer.status).toBe(422)
})
