import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { packages } from '@tereze/catalogue/contract'
import { credentials, place, tokenReader } from '@tereze/credentials'
import {
  askToShow,
  getPresentation,
  listOwnCredentials,
  makeOffer,
  revokeOwnCredential,
} from '@tereze/credentials/contract'
import { documents, seals } from '@tereze/documents'
import { issueDocument, pictures } from '@tereze/documents/contract'
import { eventsMigrations } from '@tereze/foundation-events'
import { diskFiles, fileStore } from '@tereze/foundation-files'
import { createHttpServer, createOutgoing } from '@tereze/foundation-http'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import {
  bind,
  createIds,
  createPorts,
  createRunner,
  operationsMigrations,
  systemClock,
} from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { testDatabase } from '@tereze/foundation-testing'
import { createIdentity, identity } from '@tereze/identity'
import { registerClient } from '@tereze/identity/contract'
import { type Actor, type InputOf, isRefused, type Operation, type OutputOf, systemActor } from '@tereze/operation'
import { organisationSeals, outsideClock, signatures } from '@tereze/signatures'
import { foundAuthority } from '@tereze/signatures/contract'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { createWalletIssuers } from '../../apps/server/src/composition/wallet-issuers.ts'
import {
  content,
  kind,
  mother,
  nurse,
  registry,
  resultOf,
} from '../../modules/credentials/src/credentials-platform.fixture.ts'
import { readStatusBit } from '../../modules/credentials/src/rules/status-bits.ts'
import { Browser } from '../../modules/identity/src/browser.fixture.ts'
import { messages } from '../../modules/identity/src/identity-platform.fixture.ts'
import { demoPhone } from '../../modules/identity/src/index.ts'
import { createWallet, Refused, type Send } from './wallet.mjs'

// The wallet and the platform know each other by public addresses alone; between them is the real router.

const origin = 'http://localhost:8080'
const clock = systemClock
const modules = [identity, signatures, documents, credentials]
const { database } = await testDatabase([
  eventsMigrations,
  operationsMigrations,
  keysMigrations,
  ...modules.flatMap(({ name, migrations }) => (migrations === null ? [] : [{ name, folder: migrations }])),
])
const ids = createIds(clock)
const keys = createKeys({ master: localMasterKey(new Uint8Array(32).fill(5)), now: () => clock.now() })
const auditor = { append: async () => undefined }
const set = content()
const phone = demoPhone()
const her = { id: mother.id, kind: 'person' as const, name: 'Aigul', about: null, organisation: null }
const made = await createIdentity({
  database,
  clock,
  ids,
  keys,
  auditor,
  messages,
  origin,
  demoSignIn: { ...phone, identities: async () => [her], search: async () => [her], find: async () => her },
  personNames: { nameOf: async () => 'Aigul', findByNumber: async () => null },
  issuers: createWalletIssuers({ runner: () => runner, packages: set, origin }),
  outgoing: createOutgoing({ privateHosts: [] }),
})
const runner = createRunner({
  database,
  modules,
  clock,
  ids,
  auditor,
  authoriser: { decide: async () => ({ allowed: true, reason: 'a test', policyVersion: 'test' }) },
  ports: createPorts([
    bind(packages, set),
    bind(keyring, keys),
    bind(fileStore, diskFiles({ folder: tmpdir() })),
    bind(pictures, { draw: async () => new Uint8Array() }),
    bind(seals, organisationSeals),
    bind(outsideClock, null),
    bind(place, { origin, authorizationServer: `${origin}/oidc` }),
    bind(tokenReader, { read: made.readWalletToken }),
    ...made.bindings,
  ]),
})
const server = await createHttpServer({
  modules,
  runner,
  authenticator: made.authenticator,
  formGuard: made.formGuard,
  messages,
  telemetry: silentTelemetry(),
  origin,
  version: '0',
  ratePerMinute: 100_000,
  allows: async (actor, permission) => actor.kind !== 'anonymous' || permission !== 'credentials.credential.receive',
})

const send: Send = async (address, init = {}) => {
  const url = new URL(address)
  if (url.origin !== origin) throw new Error(`${address} is not public here`)
  const answer = await server.inject({
    method: (init.method ?? 'GET') as 'GET',
    url: url.pathname + url.search,
    headers: { host: url.host, ...(init.headers as Record<string, string>) },
    ...(init.body === undefined ? {} : { payload: String(init.body) }),
  })
  return new Response(answer.statusCode === 204 ? null : answer.body, {
    status: answer.statusCode,
    headers: answer.headers as Record<string, string>,
  })
}
async function needed<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<OutputOf<O>> {
  const value = await runner.call(definition, input, actor)
  if (isRefused(value)) throw new Error(value.code)
  return value as OutputOf<O>
}
const organisation = 'civil-registry'
const issuer = `${origin}/credentials/${organisation}`
const wallet = await createWallet({ fetch: send })
const { document } = await needed(issueDocument, resultOf(1), registry)
await needed(issueDocument, resultOf(2, { given: 'Аяулым' }), registry)
await needed(foundAuthority, {}, systemActor('signatures', 'platform'))
const offer = () => needed(makeOffer, { organisation, document, person: mother.id }, mother)

async function statusOf(credential: string): Promise<boolean | null> {
  const { idx, uri } = (
    decodeJwt(credential.split('~')[0] ?? '') as { status: { status_list: { idx: number; uri: string } } }
  ).status.status_list
  const answer = await send(uri)
  expect(answer.headers.get('content-type')).toBe('application/statuslist+jwt')
  return readStatusBit((decodeJwt(await answer.text()).status_list as { lst: string }).lst, idx)
}

test('a result is offered, fetched, shown, and shown no more when it is revoked', async () => {
  const { link, number } = await offer()
  const { credentials: got, metadata, notify } = await wallet.takeOffer(link, number, { copies: 2 })
  const [credential = ''] = got
  expect(got.length).toBe(2)
  expect(metadata).toMatchObject({ format: 'dc+sd-jwt', vct: `${issuer}/types/birth-certificate` })
  expect(await (await send(`${issuer}/types/birth-certificate`)).json()).toMatchObject({
    vct: `${issuer}/types/birth-certificate`,
    claims: expect.arrayContaining([expect.objectContaining({ path: ['act_number'], sd: 'always' })]),
  })
  expect(await statusOf(credential)).toBe(false)

  const ask = () => needed(askToShow, { organisation: 'health', kind, returnTo: '/work/shown' }, nurse)
  const told = ({ presentation }: { presentation: string }, code?: string | null) =>
    needed(getPresentation, { organisation: 'health', presentation, ...(code && { code }) }, nurse)
  const asked = await ask()
  const question = await wallet.readQuestion(asked.link)
  expect([question.client_metadata.client_name, question.asks]).toEqual([
    'Health',
    [['child', 'given_name'], ['act_number']],
  ])
  const back = new URL(String((await wallet.answer(question, credential)).redirect_uri))
  expect(await told(asked, back.searchParams.get('response_code'))).toMatchObject({
    status: 'shown',
    credential: { claims: [{ value: 'Айсұлу' }, { value: 'A-1' }] },
  })
  await expect(wallet.answer(question, credential)).rejects.toMatchObject({ status: 400 })

  const { items } = await needed(listOwnCredentials, { person: mother.id }, mother)
  expect(items.map(item => item.wallet)).toEqual(['wallet', 'wallet'])
  const own = items.find(item => item.key === wallet.key.thumbprint)?.credential ?? ''
  await needed(revokeOwnCredential, { organisation, credential: own, person: mother.id }, mother)
  expect(await statusOf(credential)).toBe(true)
  const again = await wallet.readQuestion((await ask()).link)
  await expect(wallet.answer(again, credential)).rejects.toMatchObject({ status: 400 })
  await notify('credential_deleted')
  expect(await statusOf(got[1] ?? '')).toBe(true)
  expect(await wallet.answer(await wallet.readQuestion((await ask()).link), null)).toHaveProperty('redirect_uri')
})

test('an offer is taken once, with its number only, and its token fetches this one result and nothing else', async () => {
  const first = await offer()
  const wrong = String((Number(first.number) + 1) % 1_000_000).padStart(6, '0')
  await expect(wallet.takeOffer(first.link, wrong)).rejects.toMatchObject({ body: { error: 'invalid_grant' } })
  const { token } = await wallet.takeOffer(first.link, first.number)
  await expect(wallet.takeOffer(first.link, first.number)).rejects.toBeInstanceOf(Refused)

  const { metadata } = await wallet.metadataOf(issuer)
  const fetched = (change: object) =>
    wallet.fetchWith(token, { issuer, metadata, wanted: 'birth-certificate', ...change })
  expect(wallet.claimsOf((await fetched({})).credentials[0] ?? '')).toContainEqual(
    expect.objectContaining({ path: ['act_number'], value: 'A-1' }),
  )
  const other = (await needed(issueDocument, resultOf(3), registry)).document
  const identifiers = (name: string) => ({ details: [{ credential_identifiers: [name] }] })
  const errorOf = async (change: object) =>
    fetched(change).then(
      () => 'given',
      (error: Refused) => error.body?.error ?? error.body?.code,
    )
  expect(await errorOf(identifiers(`birth-certificate/${other}`))).toBe('credential_request_denied')
  expect(await errorOf(identifiers('birth-certificate'))).toBe('unknown_credential_identifier')
  expect(await errorOf({ wanted: 'diploma' })).toBe('insufficient_scope')
  expect(await errorOf({ issuer: `${origin}/credentials/health` })).toBe('invalid_proof')

  const status = async (path: string, authorization?: string, init: RequestInit = {}) =>
    (await send(`${origin}${path}`, { ...init, ...(authorization && { headers: { authorization } }) })).status
  const credentialAt = '/credentials/civil-registry/credential'
  expect(await status(credentialAt, undefined, { method: 'POST' })).toBe(401)
  expect(await status(credentialAt, 'Bearer nonsense', { method: 'POST' })).toBe(401)
  expect(await status('/credentials/health/credential', `Bearer ${token}`, { method: 'POST' })).toBe(401)
  expect(await status(credentialAt, `Bearer ${token}`, { method: 'POST' })).toBe(400)
  expect(await status('/v1/documents/list-own-documents', `Bearer ${token}`)).toBe(401)
  expect(await status('/credentials/civil-registry/offers/guessed')).toBe(410)
  expect(await status('/credentials/civil-registry/status/7')).toBe(404)
  expect(await status('/credentials/civil-registry/types/diploma')).toBe(404)
  expect(await status('/.well-known/openid-credential-issuer/credentials/health')).toBe(404)
  expect(await status('/.well-known/jwt-vc-issuer/credentials/health')).toBe(404)
  expect(await status('/credentials/health/requests/guessed')).toBe(410)
  expect(await status('/credentials/health/answers/guessed', undefined, { method: 'POST' })).toBe(400)
  expect(await status('/credentials/civil-registry/notification', undefined, { method: 'POST' })).toBe(401)
})

test('a wallet that signs its person in is told of all results of the type, and chooses one', async () => {
  await needed(
    registerClient,
    {
      client: 'family-wallet',
      organisation: 'health',
      name: { en: 'Family wallet', ru: 'Семейный кошелёк', kk: 'Отбасы әмияны' },
      grants: ['code'],
      redirectUris: ['https://family-wallet.example/back'],
      keys: [],
      roles: [],
      exchanges: [],
      signOutUri: null,
      pushed: false,
      bound: false,
    },
    systemActor('test', 'platform'),
  )
  const verifier = 'v'.repeat(50)
  const browser = new Browser(server, origin)
  const query = {
    client_id: 'family-wallet',
    redirect_uri: 'https://family-wallet.example/back',
    response_type: 'code',
    scope: 'credential:birth-certificate',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }
  const page = await browser.open(`/oidc/auth?${new URLSearchParams(query)}`)
  const codePage = await browser.follow(await browser.submit(page, { identity: her.id }))
  const consent = await browser.follow(await browser.submit(codePage, { code: (await phone.shownCode(her)) ?? '' }))
  const back = await browser.follow(await browser.submit(consent, { consent: 'allow' }), to =>
    to.startsWith('https://family-wallet.example/'),
  )
  const { metadata, server: authorization } = await wallet.metadataOf(issuer)
  const answer = await send(authorization.token_endpoint ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'family-wallet',
      code: new URL(back.headers.location ?? '').searchParams.get('code') ?? '',
      redirect_uri: 'https://family-wallet.example/back',
      code_verifier: verifier,
    }).toString(),
  })
  const token = (await answer.json()) as {
    access_token: string
    authorization_details: { credential_identifiers: string[] }[]
  }
  const identifiers = token.authorization_details[0]?.credential_identifiers ?? []
  expect(identifiers.length).toBeGreaterThanOrEqual(2)
  expect(identifiers).toContain(`birth-certificate/${document}`)
  const got = await wallet.fetchWith(token.access_token, {
    issuer,
    metadata,
    wanted: 'birth-certificate',
    details: [{ credential_identifiers: [`birth-certificate/${document}`] }],
    client: 'family-wallet',
  })
  expect(wallet.claimsOf(got.credentials[0] ?? '')).toContainEqual(
    expect.objectContaining({ path: ['act_number'], value: 'A-1' }),
  )
})
