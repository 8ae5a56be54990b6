import { expect, test } from 'vitest'
import { optionsIn, softAuthenticator } from '../authenticator.fixture.ts'
import { aigul, dana, identityPlatform, origin } from '../identity-platform.fixture.ts'
import { freshLife } from '../rules/decide-fresh.ts'

const platform = await identityPlatform()
const { newBrowser, clock } = platform
const agent = (name: string) => ({ 'user-agent': `Mozilla/5.0 (Windows NT 10.0) ${name}/140.0` })

test('other devices are shown, one or all of them signed out, at once', async () => {
  const [own, other, third] = ['Firefox', 'Chrome', 'Edg'].map(name => newBrowser(agent(name)))
  if (own === undefined || other === undefined || third === undefined) throw new Error('three browsers')
  for (const browser of [third, other, own]) {
    await platform.signIn(browser, aigul)
    clock.advance({ seconds: 1 })
  }
  const foreign = newBrowser()
  await platform.signIn(foreign, dana)
  const page = await own.open('/me/access')
  expect(page.text.match(/(Firefox|Chrome|Edge), Windows<\/strong>/g)).toHaveLength(3)
  expect(page.text).toContain('this device, now')
  const [session = ''] = [...page.text.matchAll(/name="session" value="([^"]*)"/g)].map(match => match[1])
  const ended = await own.follow(await own.submit(page, { do: 'end-session', session }))
  expect(ended.text).toContain('That device is signed out.')
  expect((await other.send('GET', '/own')).status).toBe(401)
  expect((await third.send('GET', '/own')).status).toBe(200)
  const all = await own.follow(await own.submit(ended, { do: 'end-sessions' }))
  expect(all.text).toContain('All other devices are signed out.')
  expect((await third.send('GET', '/own')).status).toBe(401)
  expect((await foreign.send('GET', '/own')).status).toBe(200)
  expect((await own.send('GET', '/own')).status).toBe(200)
})

test('nobody ends a session of somebody else, and a form from elsewhere does nothing', async () => {
  const victim = newBrowser()
  await platform.signIn(victim, aigul)
  const shown = JSON.parse((await victim.open('/v1/identity/list-sessions')).text)
  const attacker = newBrowser()
  await platform.signIn(attacker, dana)
  const page = await attacker.open('/me/access')
  const answer = await attacker.submit(page, { do: 'end-session', session: shown.items[0].session })
  expect(answer.status).toBe(404)
  expect((await victim.send('GET', '/own')).status).toBe(200)
  const forged = await victim.post('/me/access', { do: 'end-sessions' })
  expect(forged.status).toBe(403)
  const strange = await attacker.follow(await attacker.submit(page, { do: 'anything' }))
  expect(strange.status).toBe(200)
})

test('who finds a session left open cannot add a passkey of their own to it', async () => {
  const browser = newBrowser()
  await platform.signIn(browser, aigul)
  const page = await browser.open('/me/access')
  const response = JSON.stringify(softAuthenticator({ origin }).create(optionsIn(page)))
  clock.advance({ milliseconds: freshLife })
  const late = await browser.submit(page, { do: 'add-passkey', response })
  expect(late.status).toBe(403)
  expect(late.text).toContain('Sign in once more')
  expect(late.text).not.toContain('data-passkey="create"')
})
