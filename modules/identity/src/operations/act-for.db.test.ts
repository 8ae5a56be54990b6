import { access, policySource, powerScheme } from '@tereze/access'
import { representation } from '@tereze/access/contract'
import { bind } from '@tereze/foundation-operations'
import { person, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { actFor } from '../contract/index.ts'
import { identity } from '../index.ts'
import { platform as tenant } from '../platform.ts'
import { findSession, insertSession } from '../store/sessions.ts'

const child = 'person_01960000-0000-7000-8000-000000000009'
const mother = person()
const ties = [
  { kind: 'parent' as const, actor: mother.id, principal: child, since: '2020-01-01', register: 'families' },
]
const platform = await testPlatform({
  modules: [access, identity],
  bindings: [
    bind(policySource, { policy: () => ({ version: '1', rules: [] }) }),
    bind(powerScheme, {
      scheme: () => ({ years: 1, codes: [], ties: [{ tie: 'parent', codes: [], gives: false }], free: [] }),
    }),
    bind(representation, {
      today: () => '2026-03-02',
      tiesOf: async actor => ties.filter(tie => tie.actor === actor),
      tiesTo: async () => ties,
      titleOf: async () => null,
      findPerson: async () => null,
      serviceOfCase: async () => null,
    }),
  ],
})
const session = {
  session: mother.session,
  secretHash: new Uint8Array(32),
  account: mother.id,
  assurance: 'substantial' as const,
  client: 'portal',
  openidSession: null,
  browser: null,
}
await platform.database.transaction(tenant, tx => insertSession(tx, { ...session, now: platform.clock.now() }))
const kept = async () => (await findSession(platform.database, tenant, mother.session))?.onBehalfOf

test('a person acts for whom a register or a power says, and for themselves again', async () => {
  expect(await platform.run(actFor, { principal: child }, mother)).toEqual({ principal: child })
  expect(await kept()).toBe(child)
  const stranger = 'organisation_01960000-0000-7000-8000-000000000009'
  expect(await platform.run(actFor, { principal: stranger }, mother)).toMatchObject({
    code: 'identity.principal-not-yours',
  })
  expect(await kept()).toBe(child)
  expect(await platform.run(actFor, { principal: null }, { ...mother, onBehalfOf: child })).toEqual({ principal: null })
  expect(await kept()).toBeNull()
})

test('a token chooses nothing: it was given for somebody', async () => {
  const token = person({ session: 'token:1' })
  expect(await platform.run(actFor, { principal: child }, token)).toMatchObject({ code: 'identity.session-needed' })
})
