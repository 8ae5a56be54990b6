import { expect, test } from 'vitest'
import { dana, ghost, identityPlatform } from '../identity-platform.fixture.ts'

const { newBrowser } = await identityPlatform()

test('choosing nobody is told on the page, above the form and at it', async () => {
  const browser = newBrowser()
  const page = await browser.open('/sign-in')
  const wrong: Record<string, string>[] = [
    {},
    { identity: 'person_01960000-0000-7000-8000-00000000ffff' },
    { identity: ghost.id },
  ]
  for (const fields of wrong) {
    const answer = await browser.submit(page, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('role="alert"')
    expect(answer.text).toContain('href="#fidentity"')
    expect(answer.text).toContain('Nobody is chosen')
  }
})

test('a sign-in that another browser began cannot be answered here', async () => {
  const attacker = newBrowser()
  const page = await attacker.open('/sign-in')
  const victim = newBrowser()
  expect((await victim.send('GET', page.url.pathname)).status).toBe(410)
  expect((await victim.submit({ ...page }, { identity: dana.id })).status).toBe(410)
  const forged = await attacker.post(page.url.pathname, { identity: dana.id })
  expect(forged.status).toBe(403)
  expect((await attacker.post(page.url.pathname, { identity: dana.id, _form: 'AAAA' })).status).toBe(403)
})
