import { expect, test } from 'vitest'
import { aigul, identityPlatform, numberOf, officer } from '../identity-platform.fixture.ts'
import { insertRecovery } from '../store/recoveries.ts'

const platform = await identityPlatform()

test('an official begins, sees what colleagues began, confirms that and prints the code shown once', async () => {
  const browser = platform.newBrowser()
  await platform.signIn(browser, officer)
  const page = await browser.open('/recovery')
  expect(page.text).toContain('Nothing waits.')
  const wrong = await browser.submit(page, { do: 'begin', number: 'nobody', document: 'Passport, "0000"' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="Passport, &quot;0000&quot;"')
  const begun = await browser.follow(
    await browser.submit(page, { do: 'begin', number: numberOf(aigul), document: 'Passport 0000' }),
  )
  expect(begun.text).toContain('a colleague has to confirm')
  expect(begun.text).not.toContain('value="confirm"')
  const recovery = 'recovery_01960000-0000-7000-8000-000000000001'
  const by = 'official_01960000-0000-7000-8000-000000000099'
  await platform.database.transaction('platform', tx =>
    insertRecovery(tx, { recovery, person: aigul.id, document: 'Passport 0001', by, now: platform.clock.now() }),
  )
  const made = await browser.submit(await browser.open('/recovery?language=ru'), { do: 'confirm', recovery })
  const code = /class="device-code">([A-Z0-9-]{19})</.exec(made.text)?.[1] ?? 'none'
  expect(made.text).toContain('больше он не покажется')
  const later = await browser.open('/recovery')
  expect(later.text).not.toContain(code)
  expect(later.text).toContain('код ждёт человека до')
  const ended = await browser.follow(await browser.submit(later, { do: 'drop', recovery }))
  expect(ended.text).not.toContain('Passport 0001')
  expect((await browser.submit(ended, { do: 'drop', recovery })).status).toBe(404)
  expect((await browser.post('/recovery', { do: 'begin', number: numberOf(aigul), document: 'Passport' })).status).toBe(
    403,
  )
})
