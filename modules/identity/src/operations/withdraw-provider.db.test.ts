import { getRow, sql } from '@tereze/foundation-database'
import { testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { withdrawProvider } from '../contract/index.ts'
import { identity } from '../index.ts'
import { integrator } from '../openid-tools.fixture.ts'
import { insertLink, insertProvider } from '../store/outside.ts'

const platform = await testPlatform({ modules: [identity] })

test('with a provider go the connections to it', async () => {
  const name = { en: 'N', ru: 'N', kk: 'N' }
  await platform.database.transaction('platform', async tx => {
    for (const provider of ['one', 'two']) {
      await insertProvider(tx, { provider, name, issuer: 'https://n.example/', client: 'c', levels: {} }, new Date(0))
      await insertLink(tx, { provider, subject: 's', account: 'person_1', now: new Date(0) })
    }
  })
  expect(await platform.run(withdrawProvider, { provider: 'one' }, integrator)).toEqual({ provider: 'one' })
  const left = await getRow(
    platform.database,
    sql<{ providers: string }>`select string_agg(provider, ',') as providers from identity.outside_links`,
  )
  expect(left.providers).toBe('two')
})
