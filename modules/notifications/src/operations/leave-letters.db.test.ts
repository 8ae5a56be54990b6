import type { ProtocolContext } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getPreferences, type Letter, leaveLetters, notifyPerson } from '../contract/index.ts'
import { keepingIn, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'
import { leaveByLetterHandler } from '../protocols/leave-by-letter.ts'

const letters: Letter[] = []
const platform = await notificationsPlatform({ mail: keepingIn(letters) })
const context: ProtocolContext = {
  ...platform.runner.surroundings(mother, 'correlation', null),
  origin: 'https://services.example',
  call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? mother),
}
const post = (address: URL, body: string) =>
  leaveByLetterHandler.respond(
    {
      method: 'POST',
      url: address,
      params: { token: address.pathname.split('/').at(-1) ?? '' },
      headers: {},
      cookies: {},
      body: new TextEncoder().encode(body),
    },
    context,
  )
async function written(name: string, key: string): Promise<Letter> {
  await platform.run(notifyPerson, notice({ notice: name, key }), writer)
  await platform.settle()
  const letter = letters.at(-1)
  if (letter === undefined) throw new Error('no letter went out')
  return letter
}

it('ends letters about a topic by one press of the mail program, without a page and without signing in', async () => {
  const address = new URL((await written('progress', 'first')).leave ?? '')
  expect(await post(address, 'List-Unsubscribe=One-Click')).toMatchObject({ status: 200, body: '' })
  // Again, by a person: nothing changes, and they see the page.
  expect(await post(address, '_form=')).toMatchObject({ status: 303, headers: { location: address.pathname } })
  expect(await platform.run(getPreferences, { person: mother.id }, mother)).toMatchObject({
    preference: { refused: [{ topic: 'progress', channel: 'email' }] },
  })
  const before = letters.length
  await platform.run(notifyPerson, notice({ notice: 'progress', key: 'second' }), writer)
  await platform.settle()
  expect(letters.length).toBe(before)
})

it('knows no letter by a text that was guessed', async () => {
  const refused = await platform.run(leaveLetters, { token: 'A'.repeat(22) }, mother)
  expect(isRefused(refused) && refused.code).toBe('notifications.letter-not-found')
})
