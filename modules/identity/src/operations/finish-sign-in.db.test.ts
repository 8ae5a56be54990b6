import { expect, test } from 'vitest'
import type { Answer } from '../browser.fixture.ts'
import { aigul, dana, identityPlatform, officer } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()
const { newBrowser, chooseIdentity, enterCode } = platform

/** Goes as far as the answer of the provider, without taking it. */
async function toCallback(browser: ReturnType<typeof newBrowser>): Promise<Answer & { callback: string }> {
  const page = await chooseIdentity(browser, aigul)
  const answer = await browser.follow(await enterCode(browser, page, aigul), to => to.includes('/sign-in/callback'))
  return { ...answer, callback: answer.headers.location ?? '' }
}

test('the answer of the provider is taken once', async () => {
  const browser = newBrowser()
  const { callback } = await toCallback(browser)
  const ties = new Map(browser.jar)
  expect((await browser.open(callback)).url.pathname).toBe('/own')
  const again = await browser.send('GET', callback)
  expect(again.status).toBe(410)
  const replayer = newBrowser()
  for (const [key, cookie] of ties) replayer.jar.set(key, cookie)
  const replayed = await replayer.send('GET', callback)
  expect(replayed.status).toBe(403)
  expect(replayed.setCookies.some(cookie => cookie.startsWith('tereze_session='))).toBe(false)
})

test('an answer taken twice at once begins one session', async () => {
  const browser = newBrowser()
  const { callback } = await toCallback(browser)
  const answers = await Promise.all([1, 2, 3].map(() => browser.send('GET', callback)))
  expect(answers.filter(answer => answer.setCookies.some(cookie => cookie.startsWith('tereze_session=')))).toHaveLength(
    1,
  )
})

test('somebody else’s answer is not taken: nobody can be signed in as the attacker', async () => {
  const { callback } = await toCallback(newBrowser())
  const victim = newBrowser()
  await victim.open('/sign-in')
  const answer = await victim.send('GET', callback)
  expect(answer.status).toBe(410)
  expect(victim.cookie('tereze_session')).toBeUndefined()
})

test('an answer to another state, an error and nonsense are refused', async () => {
  const browser = newBrowser()
  const { callback } = await toCallback(browser)
  const url = new URL(callback)
  const state = url.searchParams.get('state') ?? ''
  for (const change of [{ code: 'wrong' }, { iss: 'https://evil.example' }, { state: `${state.slice(0, -1)}~` }]) {
    const wrong = new URL(url)
    for (const [name, value] of Object.entries(change)) wrong.searchParams.set(name, value)
    const attempt = newBrowser()
    for (const [key, cookie] of browser.jar) attempt.jar.set(key, cookie)
    const answer = await attempt.send('GET', wrong.href)
    expect([403, 410], JSON.stringify(change)).toContain(answer.status)
    expect(attempt.cookie('tereze_session')).toBeUndefined()
  }
  expect((await newBrowser().send('GET', '/sign-in/callback')).status).toBe(410)
  const denied = new URL(url)
  denied.searchParams.delete('code')
  denied.searchParams.set('error', 'access_denied')
  expect((await browser.send('GET', denied.href)).status).toBe(403)
})

test('two sign-ins in two tabs both come to their end', async () => {
  const browser = newBrowser()
  const one = await chooseIdentity(browser, aigul, '/own?tab=1')
  const codeOfOne = (await platform.phone.shownCode(aigul)) ?? ''
  const two = await chooseIdentity(browser, dana, '/own?tab=2')
  const second = await browser.follow(await enterCode(browser, two, dana))
  expect(second.url.search).toBe('?tab=2')
  expect(JSON.parse(second.text)).toMatchObject({ id: dana.id })
  const first = await browser.follow(await browser.submit(one, { code: codeOfOne, _form: '' }))
  expect(first.status).toBe(403)
  const fresh = await browser.open(one.url.pathname)
  const done = await browser.follow(await browser.submit(fresh, { code: codeOfOne }))
  expect(done.url.search).toBe('?tab=1')
  expect(JSON.parse(done.text)).toMatchObject({ id: aigul.id })
})

test('the person is never sent to another site', async () => {
  for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/sign-out']) {
    const browser = newBrowser()
    const page = await chooseIdentity(browser, aigul, to)
    const end = await browser.follow(await enterCode(browser, page, aigul))
    expect(end.url.pathname, to).toBe('/')
  }
})

test('who asked for no page goes home', async () => {
  const browser = newBrowser()
  const page = await browser.open('/sign-in')
  const code = await browser.follow(await browser.submit(page, { identity: aigul.id }))
  expect((await browser.follow(await platform.enterCode(browser, code, aigul))).url.pathname).toBe('/')
  const work = newBrowser()
  const officials = await work.open('/sign-in?as=official')
  const officialCode = await work.follow(await work.submit(officials, { identity: officer.id }))
  const sent = await work.follow(
    await platform.enterCode(work, officialCode, officer),
    location => location === '/work',
  )
  expect(sent.headers.location).toBe('/work')
})
