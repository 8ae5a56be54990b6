import { expect, test } from 'vitest'
import { endSession, getSession } from '../contract/index.ts'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const { newBrowser, signIn } = await identityPlatform()

const call = (operation: { module: string; verb: string }) => `/v1/${operation.module}/${operation.verb}`

test('a command needs the token of its session: missing, wrong and another session’s are refused', async () => {
  const browser = newBrowser()
  await signIn(browser, aigul)
  const { formToken } = JSON.parse((await browser.open(call(getSession))).text)
  const other = newBrowser()
  await signIn(other, aigul)
  const { formToken: others } = JSON.parse((await other.open(call(getSession))).text)
  const missing = await browser.send('POST', call(endSession), {
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(missing.status).toBe(403)
  const end = (headers: Record<string, string>) =>
    browser.send('POST', call(endSession), { body: '{}', headers: { 'content-type': 'application/json', ...headers } })
  for (const token of ['', 'AAAA', others]) {
    const answer = await end({ 'x-tereze-form': token })
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'operations.request-forged' })
  }
  expect((await end({ 'x-tereze-form': formToken, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await end({ 'x-tereze-form': formToken, origin: 'https://evil.example' })).status).toBe(403)
  const form = { _form: formToken }
  expect((await browser.post('/own', { _form: others })).status).toBe(403)
  expect((await browser.post('/own', form)).status).toBe(200)
  expect(JSON.parse((await end({ 'x-tereze-form': formToken })).text)).toEqual({ ended: true })
  expect((await browser.open('/own')).status).toBe(401)
})
