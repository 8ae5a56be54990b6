import { generate } from 'otplib'
import { expect, test } from 'vitest'
import type { Answer, Browser } from '../browser.fixture.ts'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'
import type { DemoIdentity } from '../ports/demo-sign-in.ts'
import { mostFailures, pauseLife } from '../rules/decide-pause.ts'

const platform = await identityPlatform()
const { newBrowser, clock } = platform
const password = 'drum lantern orbit hazel'
const formOf = (page: Answer) => /name="_form" value="([^"]*)"/.exec(page.text)?.[1] ?? ''

/** Somebody who chose a password after signing in by code. */
async function withPassword(who: DemoIdentity, login: string): Promise<{ browser: Browser; page: Answer }> {
  const browser = newBrowser()
  await platform.signIn(browser, who)
  const page = await browser.open('/me/access')
  const done = await browser.follow(await browser.submit(page, { do: 'set-password', login, password }))
  return { browser, page: done }
}

async function enter(browser: Browser, given: { login: string; password?: string; code?: string }): Promise<Answer> {
  const page = await browser.open('/sign-in?to=%2Fown')
  return browser.post(`${page.url.pathname}/password`, { password, code: '', _form: formOf(page), ...given })
}
/** Many tries from one page of one browser. */
async function enterAll(given: readonly { login: string; password: string }[]): Promise<number[]> {
  const browser = newBrowser()
  const page = await browser.open('/sign-in?to=%2Fown')
  const form = { code: '', _form: formOf(page) }
  const answers = await Promise.all(
    given.map(each => browser.post(`${page.url.pathname}/password`, { ...form, ...each })),
  )
  return answers.map(({ status }) => status)
}
const end = async (browser: Browser, answer: Answer) => JSON.parse((await browser.follow(answer)).text)

test('a password alone opens little, with a program’s code as much as a code by phone; each code once', async () => {
  const { browser, page } = await withPassword(aigul, 'aigul.serik')
  expect(page.text).toContain('The password is set.')
  const low = newBrowser()
  expect(await end(low, await enter(low, { login: ' Aigul.Serik ' }))).toMatchObject({ id: aigul.id, assurance: 'low' })
  const secret = /class="device-code">([A-Z2-7 ]+)</.exec(page.text)?.[1]?.replaceAll(' ', '') ?? ''
  expect(page.text).toContain('src="data:image/svg+xml;base64,')
  const codeNow = () => generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000) })
  const wrong = await browser.submit(page, { do: 'add-code-program', code: '000000' })
  expect(wrong.text).toContain('The code of the program is wrong')
  const first = await codeNow()
  const added = await browser.follow(await browser.submit(page, { do: 'add-code-program', code: first }))
  expect(added.text).toContain('The program was added')
  expect(added.text).not.toContain(secret)
  expect((await enter(newBrowser(), { login: 'aigul.serik', code: first })).status).toBe(422)
  expect((await enter(newBrowser(), { login: 'aigul.serik' })).status).toBe(422)
  clock.advance({ seconds: 60 })
  const two = newBrowser()
  const second = await codeNow()
  expect(await end(two, await enter(two, { login: 'aigul.serik', code: second }))).toMatchObject({
    id: aigul.id,
    assurance: 'substantial',
  })
  expect((await enter(newBrowser(), { login: 'aigul.serik', code: second })).status).toBe(422)
  clock.advance({ milliseconds: pauseLife })
})

test('nobody learns by the answer whether a name exists', async () => {
  await withPassword(dana, 'dana')
  const answers: string[] = []
  for (const login of ['dana', 'nobody-here']) {
    const { text } = await enter(newBrowser(), { login, password: 'wrong' })
    answers.push(text.replaceAll(/value="[^"]*"|\/interaction\/[\w-]+|data-options="[^"]*"/g, ''))
  }
  expect(answers[0]).toContain('Name, password or code is wrong')
  expect(answers[1]).toBe(answers[0])
  clock.advance({ milliseconds: pauseLife })
})

test('guessing at a name pauses it for strangers, for a time, but not for the browser of its owner', async () => {
  const owner = newBrowser()
  expect(await end(owner, await enter(owner, { login: 'dana' }))).toMatchObject({ id: dana.id })
  const guesses = await enterAll(
    Array.from({ length: mostFailures.name + 5 }, (_, n) => ({ login: 'dana', password: `wrong ${n}` })),
  )
  expect(guesses.filter(status => status === 422)).toHaveLength(mostFailures.name)
  const stranger = await enter(newBrowser(), { login: 'dana' })
  expect(stranger.status).toBe(429)
  expect(stranger.text).toContain('Try again in 15 minutes')
  expect(await end(owner, await enter(owner, { login: 'dana' }))).toMatchObject({ id: dana.id })
  const forged = newBrowser()
  forged.jar.set('tereze_known /sign-in', { value: 'mark.AAAA', path: '/sign-in' })
  expect((await enter(forged, { login: 'dana' })).status).toBe(429)
  clock.advance({ milliseconds: pauseLife })
  const later = newBrowser()
  expect(await end(later, await enter(later, { login: 'dana' }))).toMatchObject({ id: dana.id })
})

test('trying many names from one address pauses the address', async () => {
  const names = Array.from({ length: mostFailures.address }, (_, n) => ({ login: `name-${n}`, password: 'wrong' }))
  expect(new Set(await enterAll(names))).toEqual(new Set([422]))
  expect(await enterAll([{ login: 'name-more', password: 'wrong' }])).toEqual([429])
  clock.advance({ milliseconds: pauseLife })
})

test('a form that no page of ours made does nothing', async () => {
  const browser = newBrowser()
  const page = await browser.open('/sign-in')
  expect((await browser.post(`${page.url.pathname}/password`, { login: 'dana', password })).status).toBe(403)
  expect(
    (await newBrowser().post(`${page.url.pathname}/password`, { login: 'dana', password, _form: formOf(page) })).status,
  ).toBe(410)
})
