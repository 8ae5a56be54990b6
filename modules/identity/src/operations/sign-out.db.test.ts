import { getRow, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()
const { newBrowser, signIn } = platform

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
