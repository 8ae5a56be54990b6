import { person, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { listLinks } from '../contract/index.ts'
import { identity } from '../index.ts'
import { insertLink, insertProvider } from '../store/outside.ts'

const platform = await testPlatform({ modules: [identity] })

test('one’s own connections are told, not those of others', async () => {
  const name = { en: 'N', ru: 'N', kk: 'N' }
  const now = new Date('2026-03-02T04:00:00.000Z')
  const own = person()
  await platform.database.transaction('platform', async tx => {
    for (const [provider, account] of [
      ['one', own.id],
      ['two', 'person_1'],
    ] as const) {
      await insertProvider(tx, { provider, name, issuer: 'https://n.example/', client: 'c', levels: {} }, now)
      await insertLink(tx, { provider, subject: 's', account, now })
    }
  })
  expect(await platform.run(listLinks, {}, own)).toEqual({
    items: [
      { provider: 'one', name, linkedAt: now.toISOString() },
      { provider: 'two', name, linkedAt: null },
    ],
  })
})
