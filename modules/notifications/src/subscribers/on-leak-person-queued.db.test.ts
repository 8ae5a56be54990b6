import { bind } from '@tereze/foundation-operations'
import { official } from '@tereze/foundation-testing'
import { type InputOf, isRefused, type Operation, type OutputOf } from '@tereze/operation'
import { recordPersons, vigilance } from '@tereze/vigilance'
import { listLeakPersons, listLeaks, nameLeakPersons, recordLeak, tellLeakPersons } from '@tereze/vigilance/contract'
import { expect, it } from 'vitest'
import { listOwnMessages, sumUpMailing } from '../contract/index.ts'
import { father, mother, notificationsPlatform } from '../platform.fixture.ts'

const found = { persons: [mother.id, father.id], unknown: [], next: null }
const platform = await notificationsPlatform(
  {},
  {
    modules: [vigilance],
    bindings: [bind(recordPersons, { ofRecords: async () => found, bySearch: async () => found })],
  },
)
const organisation = 'civil-registry'
const officer = official({ organisation, roles: ['security-officer'] })
async function must<O extends Operation>(
  definition: O,
  input: InputOf<O>,
  who: typeof officer | typeof mother = officer,
) {
  const got = await platform.run(definition, input, who)
  if (isRefused(got)) throw new Error(got.code)
  return got as OutputOf<O>
}

it('tells each person of a leak once, in their language and by every channel, and notes the message with the leak', async () => {
  const { leak } = await must(recordLeak, {
    organisation,
    what: 'A table of births lay open in the network',
    persons: 2,
    known: '2026-03-02T03:00:00Z',
  })
  const by = { found: 'records' as const, register: 'births', records: ['birth-1'] }
  await must(nameLeakPersons, { organisation, leak, by })
  const words = {
    en: 'Names lay open for a day.',
    ru: 'Имена были открыты целый день.',
    kk: 'Есімдер бір күн ашық тұрды.',
  }
  await must(tellLeakPersons, { organisation, leak, words })
  for (let round = 0; round < 3; round++) {
    platform.clock.advance({ seconds: 10 })
    await platform.settle()
  }
  for (const [who, title, said] of [
    [mother, 'Дербес деректеріңіз таралып кетті', words.kk],
    [father, 'Произошла утечка ваших персональных данных', words.ru],
  ] as const) {
    const { items } = await must(listOwnMessages, { person: who.id }, who)
    expect(items).toMatchObject([{ title, significant: true, actions: [{ to: 'access' }] }])
    expect(items[0]?.text).toContain(said)
  }
  // The father has no e-mail.
  expect(await must(sumUpMailing, { organisation, mailing: leak })).toEqual({
    written: 2,
    read: 0,
    channels: [
      { channel: 'cabinet', waiting: 0, sent: 2, failed: 0 },
      { channel: 'email', waiting: 0, sent: 1, failed: 1 },
      { channel: 'sms', waiting: 0, sent: 2, failed: 0 },
    ],
  })
  const told = (await must(listLeakPersons, { organisation, leak })).items
  const messages = await must(listOwnMessages, { person: mother.id }, mother)
  expect(told.map(one => [one.person, one.told?.message])).toContainEqual([mother.id, messages.items[0]?.message])
  const [shown] = (await must(listLeaks, { organisation })).items
  expect(shown).toMatchObject({ named: 2, told: 2 })
  expect(shown?.duties.find(({ to }) => to === 'persons')?.done).toMatchObject({ told: 2 })
})
