import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { type Answer, Browser } from '../browser.fixture.ts'
import { registerProvider, withdrawProvider } from '../contract/index.ts'
import { aigul, dana, identityPlatform, stranger } from '../identity-platform.fixture.ts'
import { clientOf, integrator } from '../openid-tools.fixture.ts'
import { insertClient } from '../store/clients.ts'

/** A free port of this machine. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}

// The outside provider is a second platform with a database of its own, asked over the network.
const there = `http://127.0.0.1:${await freePort()}`
const outside = await identityPlatform({ origin: there })
await outside.server.listen({ port: Number(new URL(there).port), host: '127.0.0.1' })
const platform = await identityPlatform({ privateHosts: [new URL(there).host] })
const here = 'http://localhost:8080'
const jwks = (await platform.server.inject({ url: '/oidc/jwks' })).json() as { keys: Record<string, string>[] }
const { kty, crv, x, y, kid } = jwks.keys[0] ?? {}
await outside.database.transaction('platform', tx =>
  // Addresses of this name are for tests only: nobody can register one.
  insertClient(
    tx,
    clientOf({
      client: 'platform',
      redirectUris: [`${here}/sign-in/outside/callback`],
      keys: [{ kty, crv, x, y, kid } as never],
    }),
    outside.clock.now(),
  ),
)
const provider = {
  provider: 'neighbours',
  name: { en: 'Neighbours', ru: 'Соседи', kk: 'Көршілер' },
  issuer: `${there}/oidc`,
  client: 'platform',
  levels: { substantial: 'substantial', high: 'low' },
} as const
await platform.runner.call(registerProvider, provider, integrator)

/** Goes through the sign-in at the outside provider; gives the address to which it sends back. */
async function through(left: Answer, who = dana): Promise<string> {
  const browser = new Browser(outside.server, there)
  const page = await browser.open(left.headers.location ?? '')
  const code = await browser.follow(await browser.submit(page, { identity: who.id }))
  const consent = await browser.follow(await outside.enterCode(browser, code, who))
  const back = await browser.follow(await browser.submit(consent, { consent: 'allow' }), to => to.startsWith(here))
  return back.headers.location ?? ''
}

async function leave(browser: Browser): Promise<Answer> {
  const page = await browser.open('/sign-in?to=%2Fown')
  expect(page.text).toContain('Sign in with Neighbours')
  expect(page.headers['content-security-policy']).toContain(`form-action 'self' ${there}`)
  const form = /name="_form" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
  return browser.post(`${page.url.pathname}/outside`, { _form: form, provider: 'neighbours' })
}

async function connect(browser: Browser): Promise<Answer> {
  return browser.submit(await browser.open('/me/access'), { do: 'link', provider: 'neighbours' })
}

test('an account at an outside provider signs in once its owner has connected it, at the level that it is worth here', async () => {
  const unknown = platform.newBrowser()
  const refused = await unknown.follow(await unknown.send('GET', await through(await leave(unknown))))
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('This account is not connected with one here')

  const owner = platform.newBrowser()
  await platform.signIn(owner, aigul)
  const done = await owner.open(await through(await connect(owner)))
  expect(done.text).toContain('The accounts are connected.')

  const browser = platform.newBrowser()
  const callback = await through(await leave(browser))
  const end = await browser.open(callback)
  expect(JSON.parse(end.text)).toMatchObject({ id: aigul.id, assurance: 'substantial' })
  expect((await browser.send('GET', callback)).status).toBe(410)

  const other = platform.newBrowser()
  await platform.signIn(other, stranger)
  expect((await other.open(await through(await connect(other)))).text).toContain('This account is connected already')

  await owner.submit(await owner.open('/me/access'), { do: 'remove-link', provider: 'neighbours' })
  const gone = platform.newBrowser()
  expect((await gone.send('GET', await through(await leave(gone)))).status).toBe(403)
  expect(platform.audited.map(line => line.operation)).toContain('identity.return-from-provider')
})

test('an answer brought to another browser or session signs nobody in and connects nothing', async () => {
  const attacker = platform.newBrowser()
  const callback = await through(await leave(attacker))
  const victim = platform.newBrowser()
  await platform.signIn(victim, aigul)
  expect((await victim.send('GET', callback)).status).toBe(410)

  const owner = platform.newBrowser()
  await platform.signIn(owner, aigul)
  const linking = await through(await connect(owner))
  await platform.signIn(owner, stranger)
  expect((await owner.send('GET', linking)).status).toBe(410)
  const forged = await owner.post('/me/access', { do: 'link', provider: 'neighbours' })
  expect(forged.status).toBe(403)
})

test('a provider that does not answer is told; a withdrawn one is offered no more', async () => {
  const dead = { ...provider, provider: 'dead', issuer: 'http://127.0.0.1:9/oidc' }
  await platform.runner.call(registerProvider, dead, integrator)
  const browser = platform.newBrowser()
  const page = await browser.open('/sign-in')
  const form = /name="_form" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
  const answer = await browser.post(`${page.url.pathname}/outside`, { _form: form, provider: 'dead' })
  expect(answer.status).toBe(503)
  for (const id of ['dead', 'neighbours'])
    expect(await platform.runner.call(withdrawProvider, { provider: id }, integrator)).toEqual({ provider: id })
  expect((await platform.newBrowser().open('/sign-in')).text).not.toContain('Neighbours')
})
