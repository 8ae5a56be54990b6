import { rows, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { aigul, identityPlatform, officer, origin, stranger } from './identity-platform.fixture.ts'

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

test('the sign-in is the code flow with PKCE, state and nonce', async () => {
  const browser = newBrowser()
  const asked = new URL((await browser.send('GET', '/sign-in')).headers.location ?? '')
  expect(asked.origin + asked.pathname).toBe(`${origin}/oidc/auth`)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'portal',
    code_challenge_method: 'S256',
    redirect_uri: `${origin}/sign-in/callback`,
  })
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.searchParams.get(name)?.length).toBeGreaterThan(40)
})

test('another session does not stay in the browser: who signs in next is somebody else entirely', async () => {
  const browser = newBrowser()
  await signIn(browser, aigul)
  const before = browser.cookie('tereze_session')
  const page = await signIn(browser, officer)
  expect(JSON.parse(page.text)).toMatchObject({ id: officer.id })
  expect(browser.cookie('tereze_session')).not.toBe(before)
})

test('anybody is found by name, the people of the story stand first', async () => {
  const browser = newBrowser()
  const page = await browser.open('/sign-in')
  expect(page.text).toContain('Aigul Serik')
  expect(page.text).not.toContain(stranger.name)
  expect(page.text.indexOf('Aigul Serik')).toBeLessThan(page.text.indexOf('Oleg Case'))
  const found = await browser.open(`${page.url.pathname}?query=known`)
  expect(found.text).toContain(stranger.name)
  expect(found.text).not.toContain('Aigul Serik')
  const none = await browser.open(`${page.url.pathname}?query=${encodeURIComponent('<b>')}`)
  expect(none.text).toContain('“&lt;b&gt;”')
  const code = await browser.follow(await browser.submit(found, { identity: stranger.id }))
  expect(code.text).toContain(`id="demo-code">${await phone.shownCode(stranger)}<`)
})

test('officials come first where an official is expected', async () => {
  const page = await newBrowser().open('/sign-in?as=official')
  expect(page.text.indexOf('Oleg Case')).toBeLessThan(page.text.indexOf('Aigul Serik'))
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

test('choosing nobody is told on the page, above the form and at it', async () => {
  const browser = newBrowser()
  const page = await browser.open('/sign-in')
  const wrong: Record<string, string>[] = [{}, { identity: 'person_01960000-0000-7000-8000-00000000ffff' }]
  for (const fields of wrong) {
    const answer = await browser.submit(page, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('role="alert"')
    expect(answer.text).toContain('href="#fidentity"')
    expect(answer.text).toContain('Nobody is chosen')
  }
})

test('whoever comes by another name of this place goes on at the right one', async () => {
  const answer = await newBrowser({ host: '127.0.0.1:8080' }).send('GET', '/sign-in?to=%2Fown')
  expect(answer.headers.location).toBe(`${origin}/sign-in?to=%2Fown`)
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
