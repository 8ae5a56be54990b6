import { createHash } from 'node:crypto'
import { system } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { registerClient } from '../../../identity/src/contract/index.ts'
import { integrator, clientOf as registration } from '../../../identity/src/openid-tools.fixture.ts'
import { upsertPayload } from '../../../identity/src/store/openid.ts'
import {
  agreed,
  application,
  benefitPlatform,
  mother,
  organisation,
  service,
  stranger,
} from '../benefit-platform.fixture.ts'
import { fileApplication, getFiled, listOwnCases } from '../contract/index.ts'

const platform = await benefitPlatform(agreed)
for (const client of ['bank', 'shop']) await platform.must(registerClient, registration({ client }), integrator)

/** Somebody lets an application do something while they are away, as the page of consent keeps it. */
const letDo = (client: string, accountId: string, scope: string) =>
  platform.database.transaction('platform', tx =>
    upsertPayload(tx, 'Grant', createHash('sha256').update(`${client} ${accountId}`).digest(), {
      payload: { clientId: client, accountId, iat: 1_772_000_000, resources: { 'http://tests.localhost/v1': scope } },
      grantId: null,
      uid: null,
      userCode: null,
      expiresAt: null,
    }),
  )
const as = (client: string, change: object = {}) =>
  system({
    id: `client:${client}`,
    organisation: 'demo-bank',
    roles: ['member'],
    clients: [],
    scopes: ['api'],
    ...change,
  })
const filing = { organisation, service, person: mother.id, data: application, key: 'one' }
const file = (client = 'bank', change: object = {}) =>
  platform.run(fileApplication, { ...filing, ...change }, as(client))

test('a system applies for who let it, once for a key, and follows what it filed as long as it is let', async () => {
  expect(await file()).toMatchObject({ code: 'cases.filing-not-let', pointer: '/person' })
  await letDo('bank', mother.id, 'applications.read')
  expect(await file()).toMatchObject({ code: 'cases.filing-not-let' })
  await letDo('bank', mother.id, 'applications.read applications.write')
  const made = await platform.must(fileApplication, filing, as('bank'))
  expect(await file()).toEqual(made)
  await platform.settle()
  const { items } = await platform.must(listOwnCases, { person: mother.id }, mother)
  expect(items.map(card => card.case)).toEqual([made.case])

  const place = { organisation, case: made.case }
  expect(await platform.must(getFiled, place, as('bank'))).toMatchObject({
    number: made.number,
    service,
    status: 'delivered',
    outcome: 'granted',
    statusText: { en: expect.stringMatching(/\S/) },
  })
  await letDo('shop', mother.id, 'applications.read applications.write')
  expect(await platform.run(getFiled, place, as('shop'))).toMatchObject({ code: 'cases.case-not-found' })
  await letDo('bank', mother.id, 'applications.write')
  expect(await platform.run(getFiled, place, as('bank'))).toMatchObject({ code: 'cases.filing-not-let' })
})

test.each<[string, object, string, string, string?]>([
  ['for somebody else who let nothing', { person: stranger.id }, 'cases.filing-not-let', '/person'],
  [
    'by somebody who may not act for them',
    { person: stranger.id, submitter: mother.id },
    'cases.filing-not-let',
    '/submitter',
  ],
  ['for an unknown service', { service: 'nothing' }, 'cases.service-not-found', '/service'],
  [
    'for a service that is for officials',
    { organisation: 'civil-registry', service: 'violation' },
    'cases.channel-closed',
    '/service',
  ],
  ['with an answer of the wrong shape', { data: { forWhom: 7 } }, 'cases.answers-invalid', '/data/forWhom'],
])('nothing is filed %s', async (_, change, code, pointer) => {
  await letDo('bank', mother.id, 'applications.read applications.write acting')
  const no = await file('bank', { key: 'two', ...change })
  expect(no).toMatchObject({ code })
  expect((no as { pointer: string }).pointer).toMatch(new RegExp(`^${pointer}`))
})

test('what the system left out the person adds themselves: until then it is a draft', async () => {
  const made = await platform.must(fileApplication, { ...filing, key: 'draft', data: {} }, as('bank'))
  await platform.settle()
  await letDo('bank', mother.id, 'applications.read')
  const filed = await platform.must(getFiled, { organisation, case: made.case }, as('bank'))
  expect(filed).toMatchObject({ status: 'draft', waiting: 'applicant' })
})

test('only a member’s system does it, with a token that opens it', async () => {
  const by = (actor: Parameters<typeof platform.run>[2]) =>
    platform.run(fileApplication, { ...filing, key: 'three' }, actor)
  expect(await by(mother)).toMatchObject({ code: 'operations.permission-missing' })
  expect(await by(as('bank', { roles: [] }))).toMatchObject({ code: 'operations.permission-missing' })
  expect(await by(as('bank', { scopes: [] }))).toMatchObject({
    code: 'operations.scope-missing',
    params: { scope: 'api' },
  })
  expect(await by(as('bank', { id: 'system:gateway' }))).toMatchObject({ code: 'cases.filing-not-let' })
})
