import { expect, test } from 'vitest'
import { getSession } from './contract/index.ts'
import { aigul, identityPlatform, officer } from './identity-platform.fixture.ts'

const platform = await identityPlatform()
const { newBrowser, signIn, clock } = platform

const call = (operation: { module: string; verb: string }) => `/v1/${operation.module}/${operation.verb}`

test('a session that was not used for half an hour has expired, and the person may sign in again', async () => {
  const browser = newBrowser()
  await signIn(browser, aigul)
  clock.advance({ minutes: 29 })
  expect((await browser.open('/own')).status).toBe(200)
  clock.advance({ minutes: 29 })
  expect((await browser.open('/own')).status).toBe(200)
  clock.advance({ minutes: 30 })
  const page = await browser.open('/own')
  expect(page.status).toBe(401)
  expect(JSON.parse(page.text)).toMatchObject({ code: 'identity.session-expired', title: 'Your session has ended' })
  const operation = await browser.open(call(getSession))
  expect(JSON.parse(operation.text)).toMatchObject({ code: 'identity.session-expired' })
  expect(JSON.parse((await signIn(browser, aigul)).text)).toMatchObject({ id: aigul.id })
})

test('a session lives twelve hours at most', async () => {
  const browser = newBrowser()
  await signIn(browser, aigul)
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    clock.advance({ minutes: 20 })
    expect((await browser.open('/own')).status).toBe(200)
  }
  clock.advance({ minutes: 20 })
  expect((await browser.open('/own')).status).toBe(401)
})

test('a session known before the sign-in is worth nothing after it', async () => {
  const attacker = newBrowser()
  await signIn(attacker, officer)
  const planted = attacker.cookie('tereze_session') ?? ''
  const victim = newBrowser()
  victim.jar.set('tereze_session /', { value: planted, path: '/' })
  await signIn(victim, aigul)
  expect(victim.cookie('tereze_session')).not.toBe(planted)
  const page = await attacker.open('/own')
  expect(page.status).toBe(401)
  const invented = newBrowser()
  invented.jar.set('tereze_session /', { value: `01960000-0000-7000-8000-00000000abcd.${'a'.repeat(43)}`, path: '/' })
  await signIn(invented, aigul)
  expect(invented.cookie('tereze_session')).not.toContain('01960000-0000-7000-8000-00000000abcd')
})

test('the right session with a wrong secret is nobody', async () => {
  const browser = newBrowser()
  await signIn(browser, aigul)
  const [id] = (browser.cookie('tereze_session') ?? '').split('.')
  const thief = newBrowser()
  thief.jar.set('tereze_session /', { value: `${id}.${'A'.repeat(43)}`, path: '/' })
  expect((await thief.open('/own')).status).toBe(401)
})
