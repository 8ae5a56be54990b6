import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { keepPreferences, type Letter, listOwnMessages, notifyPerson } from '../contract/index.ts'
import { mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import { sendDailyLetters } from './send-daily-letters.ts'

const letters: Letter[] = []
const server = { down: false }
const platform = await notificationsPlatform({
  mail: {
    async send(letter) {
      if (server.down) throw new Error('connection refused')
      letters.push(letter)
      return 'sent'
    },
  },
})
const keep = (refused: { topic: string; channel: 'email' }[] = []) =>
  platform.run(
    keepPreferences,
    { person: mother.id, preference: { ...usualPreference, daily: ['progress'], refused } },
    mother,
  )
const write = (key: string, organisation = 'civil-registry') =>
  platform.run(notifyPerson, notice({ notice: 'progress', key, organisation }), writer)
async function states() {
  const page = await platform.run(listOwnMessages, { person: mother.id }, mother)
  if (isRefused(page)) throw new Error(page.code)
  return page.items.map(({ deliveries }) => deliveries.find(({ channel }) => channel === 'email')?.state)
}

it('puts the messages of all organisations into one letter in the evening, once, however many nodes there are', async () => {
  await keep()
  await write('a')
  platform.clock.advance({ seconds: 1 })
  await write('b', 'platform')
  platform.clock.advance({ hours: 8 })
  await platform.settle()
  expect(letters).toEqual([])
  platform.clock.advance({ hours: 1 })
  server.down = true
  await platform.settle()
  expect(await states()).toEqual(['waiting', 'waiting'])
  server.down = false
  platform.clock.advance({ minutes: 1 })
  const context = platform.runner.jobContext(sendDailyLetters.name)
  await Promise.all([sendDailyLetters.run(context), sendDailyLetters.run(context)])
  expect(letters.map(({ subject }) => subject)).toEqual(['Бүгінгі хабарларыңыз: 2'])
  expect(letters[0]?.text).toContain('Жалғасып жатыр\nАХАТ қызметі\n\nЖалғасып жатыр\nТұғыр\n\n')
  expect(letters[0]?.text).toContain('https://services.example/me/writing')
  expect(await states()).toEqual(['sent', 'sent'])
})

it('leaves out what the person does not want any more', async () => {
  await write('c')
  await keep([{ topic: 'progress', channel: 'email' }])
  platform.clock.advance({ hours: 24 })
  await platform.settle()
  expect(letters.length).toBe(1)
  expect((await states())[0]).toBe('failed')
})
