import { expect, test } from 'vitest'
import type { Client } from '../contract/index.ts'
import { decideClient } from './decide-client.ts'

const key = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const
const client: Client = {
  client: 'bank',
  organisation: 'tax-agency',
  name: { en: 'Bank', ru: 'Банк', kk: 'Банк' },
  grants: ['code'],
  redirectUris: ['https://bank.example/back'],
  keys: [],
  scopes: ['applications.read'],
  roles: [],
  exchanges: [],
  signOutUri: null,
  pushed: false,
  bound: false,
}

test.each<[string, Partial<Client>, [string, string] | null]>([
  ['a site', {}, null],
  ['an application on one’s own machine', { redirectUris: ['http://127.0.0.1:4000/back'] }, null],
  ['a system', { grants: ['system'], redirectUris: [], keys: [key], roles: ['reader'] }, null],
  ['a device', { grants: ['device', 'refresh'], redirectUris: [] }, null],
  ['a site that only learns who somebody is', { scopes: [] }, null],
  [
    'a system that nothing is open to',
    { grants: ['system'], redirectUris: [], keys: [key], scopes: [] },
    ['identity.client-scope-missing', '/scopes'],
  ],
  ['plain http', { redirectUris: ['http://bank.example/'] }, ['identity.client-address-unsafe', '/redirectUris/0']],
  ['a script', { redirectUris: ['javascript:alert(1)'] }, ['identity.client-address-unsafe', '/redirectUris/0']],
  ['a fragment', { redirectUris: ['https://bank.example/#a'] }, ['identity.client-address-unsafe', '/redirectUris/0']],
  ['localhost by name', { redirectUris: ['http://localhost/'] }, ['identity.client-address-unsafe', '/redirectUris/0']],
  [
    'a user in it',
    { redirectUris: ['https://a@bank.example/'] },
    ['identity.client-address-unsafe', '/redirectUris/0'],
  ],
  ['an unsafe sign-out', { signOutUri: 'http://bank.example/' }, ['identity.client-address-unsafe', '/signOutUri']],
  ['nowhere to come back to', { redirectUris: [] }, ['identity.client-address-missing', '/redirectUris']],
  ['addresses for nothing', { grants: ['device'] }, ['identity.client-address-missing', '/redirectUris']],
  ['a system without a key', { grants: ['system'], redirectUris: [] }, ['identity.client-key-missing', '/keys']],
  ['exchange without a key', { grants: ['code', 'exchange'] }, ['identity.client-key-missing', '/keys']],
  ['the platform’s role', { roles: ['reader', 'platform'] }, ['identity.client-role-forbidden', '/roles/1']],
  [
    'going on without a beginning',
    { grants: ['system', 'refresh'], redirectUris: [], keys: [key] },
    ['identity.client-grant-alone', '/grants'],
  ],
])('%s', (_, change, expected) => {
  const no = decideClient({ ...client, ...change })
  expect(no === null ? null : [no.refusal.code, no.pointer]).toEqual(expected)
})
