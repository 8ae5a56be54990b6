import { rows, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { aigul, dana, identityPlatform, officer } from './identity-platform.fixture.ts'
import { demoNetworkPlaces, failingNetworkPlaces } from './index.ts'
import { forgetExpired } from './jobs/forget-expired.ts'
import type { NetworkPlaces } from './ports/network-places/port.ts'
import { findTravels } from './sign-in-traces.ts'

const source: { places: NetworkPlaces } = { places: demoNetworkPlaces }
const platform = await identityPlatform({ networkPlaces: { find: address => source.places.find(address) } })
const { clock, database } = platform

/** Signs somebody in from an address; a proxy of ours tells it. Gives the correlation of the line in the audit log. */
async function signInFrom(address: string, who = aigul): Promise<string> {
  await platform.signIn(platform.newBrowser({ 'x-forwarded-for': address }), who)
  return platform.audited.filter(line => line.operation === 'identity.finish-sign-in').at(-1)?.correlation ?? ''
}
const kept = () =>
  rows(
    database,
    sql<Record<string, unknown>>`select * from identity.sign_in_traces where tenant = 'platform' order by at`,
  )

test('a sign-in leaves its network and place, never its address, and the journey from the one before', async () => {
  await signInFrom('192.0.2.77')
  clock.advance({ minutes: 20 })
  const next = await signInFrom('198.51.100.78')
  expect(await findTravels(database, [next])).toEqual(new Map([[next, { kilometres: 1103, minutes: 20 }]]))
  clock.advance({ minutes: 1 })
  await signInFrom('203.0.113.9', dana)
  expect(await kept()).toMatchObject([
    { network: '192.0.2.0/24', country: 'XA', region: 'XA-N', kilometres: null },
    { network: '198.51.100.0/24', region: 'XA-S' },
    { account: dana.id, country: 'XB', kilometres: null },
  ])
  expect(JSON.stringify(await kept())).not.toMatch(/\.7[78]"/)
})

test('where nobody knows the place, or the source fails, people sign in all the same, and the last known place counts', async () => {
  await signInFrom('192.0.2.1', officer)
  clock.advance({ minutes: 5 })
  expect(await findTravels(database, [await signInFrom('10.20.30.40', officer)])).toEqual(new Map())
  source.places = failingNetworkPlaces
  expect(await findTravels(database, [await signInFrom('203.0.113.9', officer)])).toEqual(new Map())
  expect(platform.errors.map(({ message }) => message)).toContain('the source of network places does not answer')
  source.places = demoNetworkPlaces
  const far = await signInFrom('203.0.113.9', officer)
  expect((await findTravels(database, [far])).get(far)).toMatchObject({ minutes: 5 })
})

test('traces are forgotten after the term that the operator set', async () => {
  const job = () => forgetExpired.run(platform.runner.jobContext('identity.forget-expired'))
  clock.advance({ days: 29 })
  await job()
  expect(await kept()).not.toEqual([])
  clock.advance({ days: 2 })
  await job()
  expect(await kept()).toEqual([])
})
