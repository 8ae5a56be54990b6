import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signatures as library } from '@tereze/foundation-signatures'
import { testBrowser } from '@tereze/foundation-testing'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import ru from '../apps/portal/messages/ru.json' with { type: 'json' }
import access from '../modules/identity/messages/ru.json' with { type: 'json' }
import { addAuthenticator } from './authenticator.ts'
import { inspect } from './inspect.ts'
import { journeyPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const platform = await journeyPlatform()
const browser = await testBrowser()
const at = (path: string) => `${platform.origin}${path}`

/** NCALayer as its documentation tells: it greets, and signs on request; first the person changes their mind. */
async function simulateProgram(page: Page): Promise<void> {
  const { issue, signCms, softwareKey } = await library()
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = Date.now()
  const der = await issue({
    subject: [{ type: '2.5.4.3', value: 'Nobody Known' }],
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    issuer: softwareKey(privateKey, []),
    use: 'signing',
    from: new Date(now - 60_000),
    until: new Date(now + 3_600_000),
  })
  let asked = 0
  await page.routeWebSocket('wss://127.0.0.1:13579/', socket => {
    socket.onMessage(async message => {
      const { method, args } = JSON.parse(String(message)) as { method: string; args: { data: string } }
      if (method !== 'sign') return
      const file = await signCms(Buffer.from(args.data, 'base64'), softwareKey(privateKey, [der]))
      const result = [Buffer.from(file).toString('base64')]
      socket.send(JSON.stringify({ status: true, body: asked++ === 0 ? {} : { result } }))
    })
    socket.send('{"result":{"version":"1.4"}}')
  })
}

/** What the program gave is checked like a file: this certificate is of an authority that nobody trusts. */
async function signByProgram(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: ru['sign.program.button'] })
  await button.click()
  await page.getByText(ru['sign.program.failed']).waitFor()
  await button.click()
  await page.getByText('сертификат выдан центром, которому здесь не доверяют').waitFor()
}

/** Somebody signed in with a passkey of their own. */
async function arrive(name: string, prepare: (page: Page) => Promise<void> = async () => undefined) {
  const visitor = await browser.visit({ language: 'ru', screen: 'phone' })
  const { page } = visitor
  await addAuthenticator(page)
  await prepare(page)
  await signIn(page, at('/sign-in'), name)
  await page.goto(at('/me/access'))
  await page.getByRole('button', { name: access['identity.page.passkey-add'] }).click()
  await page.getByText(access['identity.page.access-done-add-passkey']).waitFor()
  return visitor
}

/** The personal number of whoever is signed in, as their own data have it. */
async function numberOf(page: Page): Promise<string> {
  await page.goto(at('/me'))
  const link = page.locator('a[href*="register=people"][href$="pointer=%2Fidentifier"]').first()
  return (await page.locator('dl.facts > div', { has: link }).locator('.value').innerText()).trim()
}

test('a parent fills in a form, signs exactly what it says by passkey, keeps both files, and asks another to sign as well', {
  timeout: 240_000,
}, async () => {
  const friend = await arrive('Алтынова')
  const number = await numberOf(friend.page)
  const visitor = await arrive('Родникова', simulateProgram)
  const { page } = visitor

  await page.goto(at('/services/vaccination-consent'))
  await inspect(visitor)
  await page.getByRole('button', { name: ru['entry.apply'] }).click()
  const task = page.locator('main a[href*="/tasks/"]')
  await reloadUntil(page, task)
  await task.first().click()
  await page.locator('input[name="/forWhom"][value=own]').check()
  await page.locator('button[value=next]').click()
  await page.locator('input[name="/child"]').first().check()
  await page.locator('button[value=next]').click()
  await page.locator('input[name="/vaccines/-"][value=measles]').check()
  await page.locator('input[name="/both"][value=yes]').check()
  await page.locator('button[value=next]').click()
  await inspect(visitor)
  await page.getByRole('button', { name: ru['task.to-signing'] }).click()

  await page.getByRole('button', { name: ru['sign.passkey.button'] }).waitFor()
  await inspect(visitor)
  const shown = await page.locator('pre.statement').innerText()
  expect(shown).toContain('Корь')
  await page.getByRole('button', { name: ru['sign.file.button'] }).click()
  await page.getByText(ru['sign.file.mistake']).first().waitFor()
  await inspect(visitor)
  await signByProgram(page)
  await page.getByRole('button', { name: ru['sign.passkey.button'] }).click()
  await page.getByText(ru['case.done.signed']).waitFor()
  await inspect(visitor)
  const place = new URL(page.url()).pathname

  const files = await Promise.all(
    [ru['sign.download'], ru['sign.signature']].map(async name => {
      const address = await page.getByRole('link', { name }).getAttribute('href')
      const reply = await page.request.get(at(address ?? ''))
      expect(reply.status()).toBe(200)
      return reply.body()
    }),
  )
  const [text, signature] = ['statement.txt', 'statement.txt.sig'].map(name => join(platform.folder, name))
  writeFileSync(text ?? '', files[0] ?? '')
  writeFileSync(signature ?? '', files[1] ?? '')
  expect(readFileSync(text ?? '', 'utf8').trim()).toContain(shown.trim().split('\n')[0])
  // Whoever has OpenSSL finds that the signature holds over the text, without the platform.
  const args = [
    'cms',
    '-verify',
    '-noverify',
    '-binary',
    '-inform',
    'DER',
    '-in',
    signature ?? '',
    '-content',
    text ?? '',
  ]
  expect(execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).toContain('Корь')

  await page.goto(at(place))
  await page.locator('input[name=identifier]').fill(number)
  await page.locator('input[name=family]').fill('алтынова')
  await page.getByRole('button', { name: ru['signatories.ask'] }).click()
  await page.getByText(ru['case.done.signatories-asked']).waitFor()
  await inspect(visitor)
  await friend.page.goto(at(place))
  await friend.page.locator('main a[href*="/tasks/"]').first().click()
  await friend.page.getByRole('heading', { name: ru['signatory.decline'] }).waitFor()
  await inspect(friend)
  expect(await friend.page.locator('pre.statement').innerText()).toContain('Корь')
  await friend.page.getByRole('button', { name: ru['task.to-signing'] }).click()
  await friend.page.getByRole('button', { name: ru['sign.passkey.button'] }).click()
  await friend.page.getByText(ru['case.done.signed']).waitFor()
  await page.goto(at(place))
  await page.locator('#signatories .tag', { hasText: ru['signatories.state.signed'] }).waitFor()

  await page.goto(at('/me/signatures'))
  await inspect(visitor)
  await page.getByRole('button', { name: ru['signed.key.revoke'] }).click()
  await page.getByText(ru['signed.key.revoked']).waitFor()
  await page.getByText(ru['signed.key.none']).waitFor()
  expect(visitor.problems.filter(problem => !/status of 422/.test(problem))).toEqual([])
})
