import { getRow, run, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { endSession, getSession } from './contract/index.ts'
import { aigul, identityPlatform, officer } from './identity-platform.fixture.ts'
import { forgetExpired } from './jobs/forget-expired.ts'

const platform = await identityPlatform()
const { newBrowser, signIn, clock, runner } = platform

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

test('who am I: a person, an official, nobody', async () => {
  const browser = newBrowser()
  await signIn(browser, aigul)
  const person = JSON.parse((await browser.open(call(getSession))).text)
  expect(person).toMatchObject({ kind: 'person', id: aigul.id, name: 'Aigul Serik', organisation: null, roles: [] })
  expect(person.until).toBe(new Date(clock.now().getTime() + 30 * 60_000).toISOString())
  expect(person.formToken).toMatch(/^[A-Za-z0-9_-]{43}$/)
  const work = newBrowser()
  await signIn(work, officer)
  expect(JSON.parse((await work.open(call(getSession))).text)).toMatchObject({
    kind: 'official',
    name: 'Oleg Case',
    organisation: 'social-protection',
    unit: 'north',
    roles: ['case-worker'],
  })
  expect(JSON.parse((await newBrowser().open(call(getSession))).text)).toMatchObject({
    kind: 'anonymous',
    formToken: '',
  })
})

test('who was dismissed is nobody from that moment', async () => {
  const browser = newBrowser()
  await signIn(browser, officer)
  await platform.database.transaction('social-protection', tx =>
    run(tx, sql`update identity.officials set official = 'official_x' where tenant = 'social-protection'`),
  )
  expect((await browser.open('/own')).status).toBe(401)
  await platform.database.transaction('social-protection', tx =>
    run(tx, sql`update identity.officials set official = ${officer.id} where tenant = 'social-protection'`),
  )
  expect((await browser.open('/own')).status).toBe(200)
})

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

test('signing out is asked for, needs the token, and ends both sessions', async () => {
  const browser = newBrowser()
  await signIn(browser, aigul)
  const page = await browser.open('/sign-out')
  expect(page.text).toContain('Sign out?')
  expect((await browser.post('/sign-out', {})).status).toBe(403)
  expect((await browser.post('/sign-out', { _form: 'AAAA' })).status).toBe(403)
  expect((await browser.open('/own')).status).toBe(200)
  const stolen = newBrowser()
  for (const [key, cookie] of browser.jar) stolen.jar.set(key, { ...cookie })
  const out = await browser.follow(await browser.submit(page, {}))
  expect(out.text).toContain('You are signed out')
  expect(browser.cookie('tereze_session')).toBeUndefined()
  expect((await stolen.open('/own')).status).toBe(401)
  const open = await getRow(
    platform.database,
    sql<{
      n: number
    }>`select count(*) as n from identity.openid where model = 'Session' and payload->>'accountId' = ${aigul.id}
      and payload->>'jti' = ${stolen.cookie('tereze_openid')}`,
  )
  expect(open.n).toBe(0)
})

test('what has ended is forgotten after a day', async () => {
  await signIn(newBrowser(), aigul)
  const count = async () =>
    (
      await getRow(
        platform.database,
        sql<{ n: number }>`select (select count(*) from identity.sessions) + (select count(*) from identity.codes)
          + (select count(*) from identity.openid where model <> 'Grant') as n`,
      )
    ).n
  expect(await count()).toBeGreaterThan(3)
  await forgetExpired.run(runner.jobContext('identity.forget-expired'))
  const kept = await count()
  expect(kept).toBeGreaterThan(0)
  clock.advance({ days: 2 })
  await forgetExpired.run(runner.jobContext('identity.forget-expired'))
  expect(await count()).toBe(0)
})
