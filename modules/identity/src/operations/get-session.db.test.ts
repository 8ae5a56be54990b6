import { run, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { getSession } from '../contract/index.ts'
import { aigul, identityPlatform, officer } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()
const { newBrowser, signIn, clock } = platform

const call = (operation: { module: string; verb: string }) => `/v1/${operation.module}/${operation.verb}`

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
