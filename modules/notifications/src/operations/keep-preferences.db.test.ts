import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import {
  getPreferences,
  keepPreferences,
  type Letter,
  listOwnMessages,
  notifyPerson,
  type Preference,
  type ShortMessage,
} from '../contract/index.ts'
import { keepingIn, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'
import { usualPreference } from '../rules/decide-preference.ts'

const letters: Letter[] = []
const texts: ShortMessage[] = []
const platform = await notificationsPlatform({ mail: keepingIn(letters), sms: keepingIn(texts) })
const keep = (more: Partial<Preference>) =>
  platform.run(keepPreferences, { person: mother.id, preference: { ...usualPreference, ...more } }, mother)
let count = 0
async function write(name = 'progress') {
  const written = await platform.run(notifyPerson, notice({ notice: name, key: `k${++count}` }), writer)
  if (isRefused(written)) throw new Error(written.code)
  await platform.settle()
  const page = await platform.run(listOwnMessages, { person: mother.id }, mother)
  if (isRefused(page)) throw new Error(page.code)
  const { deliveries } = page.items.find(({ message }) => message === written.message) ?? { deliveries: [] }
  return deliveries.map(({ channel, state }) => `${channel} ${state}`)
}

it('keeps what a person chose, and writes to them so from then on', async () => {
  const wanted = { language: 'ru' as const, refused: [{ topic: 'progress', channel: 'sms' as const }] }
  expect(await keep(wanted)).toEqual({ kept: true })
  expect(await platform.run(getPreferences, { person: mother.id }, mother)).toMatchObject({
    preference: { ...usualPreference, ...wanted },
  })
  expect(await write()).toEqual(['cabinet sent', 'email sent'])
  expect(letters.at(-1)).toMatchObject({ language: 'ru', subject: 'Продолжается' })
  expect(await write('choose-name')).toEqual(['cabinet sent', 'email sent', 'sms sent'])
})

it('offers to end letters only where the law lets them be refused', async () => {
  await keep({})
  await write()
  expect(letters.at(-1)?.leave).toMatch(/^https:\/\/services\.example\/leave\/[A-Za-z0-9]{22}$/)
  expect(letters.at(-1)?.text).toContain(`енді жібермеу: ${letters.at(-1)?.leave}`)
  await write('choose-name')
  expect(letters.at(-1)).not.toHaveProperty('leave')
})

it('refuses what the law keeps', async () => {
  const refused = [{ topic: 'needs-you', channel: 'email' as const }]
  expect(await keep({ refused })).toMatchObject({ code: 'notifications.channel-mandatory' })
})

it('does not ring at night, and sends in the morning what is still wanted', async () => {
  await keep({})
  platform.clock.advance({ hours: 14 })
  texts.length = 0
  expect(await write()).toEqual(['cabinet sent', 'email sent', 'sms waiting'])
  expect(await write('choose-name')).toEqual(['cabinet sent', 'email sent', 'sms waiting'])
  platform.clock.advance({ hours: 7, minutes: 59 })
  await platform.settle()
  expect(texts).toEqual([])
  await keep({ refused: [{ topic: 'progress', channel: 'sms' }] })
  platform.clock.advance({ minutes: 1 })
  await platform.settle()
  expect(texts.map(({ text }) => text)).toEqual(['ЕСІМ және есімнің өзін жазыңыз.'])
})
