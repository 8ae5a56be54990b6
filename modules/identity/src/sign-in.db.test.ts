import { rows, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { aigul, identityPlatform, officer } from './identity-platform.fixture.ts'

const platform = await identityPlatform()
const { newBrowser, signIn, phone } = platform

test('a person signs in by choosing themselves and a code, and lands where they wanted to go', async () => {
  const browser = newBrowser()
  const page = await signIn(browser, aigul)
  expect(page.url.pathname).toBe('/own')
  expect(JSON.parse(page.text)).toMatchObject({
    kind: 'person',
    id: aigul.id,
    assurance: 'substantial',
    clients: ['portal'],
  })
  expect(platform.errors).toEqual([])
})

test('an official signs in with organisation, unit and roles', async () => {
  const page = await signIn(newBrowser(), officer)
  expect(JSON.parse(page.text)).toMatchObject({
    kind: 'official',
    id: officer.id,
    organisation: 'social-protection',
    unit: 'north',
    roles: ['case-worker'],
  })
})

test('another session does not stay in the browser: who signs in next is somebody else entirely', async () => {
  const browser = newBrowser()
  await signIn(browser, aigul)
  const before = browser.cookie('tereze_session')
  const page = await signIn(browser, officer)
  expect(JSON.parse(page.text)).toMatchObject({ id: officer.id })
  expect(browser.cookie('tereze_session')).not.toBe(before)
})

test('neither code, session nor token stands in the database', async () => {
  const browser = newBrowser()
  const page = await platform.chooseIdentity(browser, aigul)
  const digits = await phone.shownCode(aigul)
  await browser.follow(await platform.enterCode(browser, page, aigul))
  const [, secret = ''] = (browser.cookie('tereze_session') ?? '').split('.')
  const all = await rows(
    platform.database,
    sql<{ text: string }>`select row_to_json(c)::text as text from identity.codes c
      union all select row_to_json(s)::text from identity.sessions s
      union all select row_to_json(o)::text from identity.openid o where model <> 'Session'`,
  )
  const code = browser.seen.map(seen => /callback\?code=([^&]+)/.exec(seen.headers.location ?? '')?.[1]).find(Boolean)
  expect(code?.length).toBeGreaterThan(20)
  for (const { text } of all) {
    expect(text).not.toContain(`"${digits}"`)
    expect(text).not.toContain(secret)
    expect(text).not.toContain(code)
  }
})

test('a sign-in and a refused one are written to the audit trail', async () => {
  platform.audited.length = 0
  const browser = newBrowser()
  const page = await platform.chooseIdentity(browser, aigul)
  await browser.submit(page, { code: 'no' })
  await browser.follow(await platform.enterCode(browser, page, aigul))
  expect(
    platform.audited.map(({ operation, outcome, actor, subjects }) => ({
      operation,
      outcome,
      by: actor.kind,
      subjects,
    })),
  ).toEqual([
    { operation: 'identity.check-code', outcome: 'identity.code-wrong', by: 'anonymous', subjects: [aigul.id] },
    { operation: 'identity.finish-sign-in', outcome: 'done', by: 'person', subjects: [aigul.id] },
  ])
})
