import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { certificateAuthority } from './certificates.fixture.ts'
import { listMessages, listOutsideCalls, type Question } from './contract/index.ts'
import { exchangePlatform } from './exchange-platform.fixture.ts'
import { createSecurityServers } from './outside/security-servers.ts'
import { describeXRoadService, listXRoadServices } from './outside/xroad-metaservices.ts'
import { type ServiceAnswer, startSecurityServer } from './xroad-server.fixture.ts'

/** The tax agency gives incomes that another country's agency knows, over that country's X-Road. */
const folder = await mkdtemp(join(tmpdir(), 'xroad-'))
const settings = join(folder, 'neighbour.json')
const platform = await exchangePlatform({ systems: [`neighbour=xroad://${settings}`], longest: 3_000 })
const [ours, theirs] = await Promise.all([certificateAuthority('Ours'), certificateAuthority('Theirs')])
const service = ['NB', 'GOV', '70001', 'tax', 'incomes']
const us = 'NB/COM/90001/benefits'
let answer: () => Promise<ServiceAnswer>
let server: Awaited<ReturnType<typeof startSecurityServer>>

async function configure(
  more: { by?: string; authority?: typeof ours; clients?: Record<string, string>; trusts?: string } = {},
) {
  const client = await (more.authority ?? ours).issue(more.by ?? 'Benefits', 'tls-client')
  await writeFile(join(folder, 'key.pem'), client.key)
  await writeFile(join(folder, 'client.pem'), client.certificate)
  await writeFile(join(folder, 'ca.pem'), more.trusts ?? theirs.certificate)
  const tls = { key: 'key.pem', certificate: 'client.pem', authorities: 'ca.pem' }
  await writeFile(
    settings,
    JSON.stringify({ url: server.url, clients: more.clients ?? { 'social-protection': us }, tls }),
  )
}

beforeAll(async () => {
  const own = await theirs.issue('Security server', 'tls-server', { hosts: ['127.0.0.1'] })
  server = await startSecurityServer({
    tls: { ...own, authorities: ours.certificate },
    clients: { [us]: ['Benefits'], 'NB/COM/90002/other': ['Benefits'] },
    services: [
      { id: service, allowed: [us], openapi: '{"openapi":"3.0.0"}', answer: () => answer() },
      { id: ['NB', 'GOV', '70001', 'tax', 'debts'], allowed: [], openapi: 'openapi: 3.0.0', answer: () => answer() },
    ],
  })
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  server.seen.length = 0
  for (const name of Object.keys(server.lies)) delete server.lies[name]
  answer = async () => ({ status: 200, body: { total: 1200 } })
  serve()
  await configure()
})

const contract = platform.packages.get('contract', 'tax-agency.income-by-person').json.get('contract.json') ?? {}
const money = (amount: string) => ({ amount, currency: 'DMD' })
function serve(more: object = {}) {
  const mapped = money('= string(outside.total)')
  Object.assign(contract, {
    serves: {
      from: {
        kind: 'xroad',
        system: 'neighbour',
        service,
        method: 'GET',
        path: ['v1', '= request.person'],
        query: { year: '= request.year' },
        ...more,
      },
      answer: {
        person: '= request.person',
        year: '= request.year',
        incomes: [],
        conflict: false,
        lowest: mapped,
        highest: mapped,
      },
    },
    term: { answer: 'PT30S', queue: 'P5D' },
  })
}
const id = (number: number) => `01960000-0000-7000-8000-0000000a${String(number).padStart(4, '0')}`
const ask = (number: number, more: Partial<Question> = {}) =>
  platform.ask({
    id: id(number),
    contract: 'tax-agency.income-by-person@1',
    consumer: 'social-protection',
    purpose: 'benefit-eligibility',
    ground: 'act:family-benefits/8',
    subjects: [],
    case: 'case_1',
    body: { person: platform.mother.id, year: 2025 },
    ...more,
  })
async function callOf(number: number) {
  const organisation = 'tax-agency'
  const found = await platform.run(
    listOutsideCalls,
    { organisation },
    official({ organisation, roles: ['integrator'] }),
  )
  if (isRefused(found)) throw new Error(found.code)
  return found.items.find(({ message }) => message === id(number))
}
const unavailable = { ok: false, code: 'exchange.provider-unavailable', retry: true }

describe('a service behind a security server', () => {
  it('is asked as the client that the member is there; the answer is signed, logged, and its proof kept', async () => {
    expect(await ask(1)).toMatchObject({ ok: true, body: { year: 2025, lowest: money('1200') } })
    expect(server.seen).toMatchObject([
      { id: id(1), client: us, call: { method: 'GET', path: `/v1/${platform.mother.id}`, query: 'year=2025' } },
    ])
    expect(await callOf(1)).toMatchObject({
      state: 'served',
      evidence: {
        requestHash: expect.stringMatching(/^[A-Za-z0-9+/]{86}==$/),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    })
    const organisation = 'tax-agency'
    const log = await platform.run(listMessages, { organisation, message: id(1) }, official({ organisation }))
    expect(log).toMatchObject({ items: [{ message: id(1), direction: 'received', outcome: 'done' }] })
    expect(await ask(1)).toMatchObject({ ok: true })
    expect(server.seen).toHaveLength(1)
  })

  it('takes a body, and nothing found is nothing', async () => {
    serve({ method: 'POST', path: ['v1'], query: {}, body: { who: '= request.person' }, none: [404] })
    expect(await ask(2)).toMatchObject({ ok: true })
    expect(server.seen[0]?.call).toMatchObject({ method: 'POST', body: JSON.stringify({ who: platform.mother.id }) })
    answer = async () => ({ status: 404, body: {} })
    Object.assign((contract.serves as { answer: object }).answer, {
      lowest: money('= if outside = null then "0" else "1"'),
      highest: money('= if outside = null then "0" else "1"'),
    })
    expect(await ask(3)).toMatchObject({ ok: true, body: { lowest: money('0') } })
  })

  it('is never asked for who has no access here, nor as nobody', async () => {
    expect(await ask(4, { purpose: 'curiosity' })).toMatchObject({ ok: false, code: 'exchange.access-not-granted' })
    await configure({ clients: { health: us } })
    expect(await ask(5)).toEqual(unavailable)
    expect(await callOf(5)).toMatchObject({ reason: 'not-configured', detail: 'neighbour social-protection' })
    await writeFile(settings, '{ "url": "ftp://nowhere" }')
    expect(await ask(5)).toEqual(unavailable)
    expect(await callOf(5)).toMatchObject({ reason: 'not-configured', detail: 'neighbour', attempts: 2 })
    await rm(settings)
    expect(await ask(5)).toEqual(unavailable)
    expect(server.seen).toEqual([])
  })

  it('that says no is told as the security server says it, and may be mended', async () => {
    const cases: [number, () => Promise<void> | void, string][] = [
      [
        11,
        () => configure({ clients: { 'social-protection': 'NB/COM/90002/other' } }),
        'Server.ServerProxy.AccessDenied',
      ],
      [12, () => serve({ service: [...service.slice(0, 4), 'wealth'] }), 'Server.ServerProxy.UnknownService'],
      [13, () => serve({ service: ['NB', 'GOV', '1', 'x'] }), 'Server.ClientProxy.UnknownMember'],
      [14, () => configure({ clients: { 'social-protection': 'NB/COM/1' } }), 'Server.ClientProxy.UnknownMember'],
      [15, () => configure({ by: 'Somebody' }), 'Server.ClientProxy.SslAuthenticationFailed'],
      [
        16,
        () => {
          answer = () => Promise.reject(new Error('down'))
        },
        'Server.ServerProxy.ServiceFailed',
      ],
    ]
    for (const [number, change, detail] of cases) {
      serve()
      await configure()
      await change()
      expect([number, await ask(number)]).toEqual([number, unavailable])
      expect(await callOf(number)).toMatchObject({ state: 'asked', reason: 'security-server', detail })
    }
    answer = async () => ({ status: 200, body: { total: 5 } })
    await configure()
    expect(await ask(15)).toMatchObject({ ok: true, body: { lowest: money('5') } })
  })

  it('that refuses, and a request that is none of the protocol, are refused for good', async () => {
    answer = async () => ({ status: 422, body: {} })
    expect(await ask(21)).toEqual({ ok: false, code: 'exchange.member-refused', retry: false })
    serve({ query: { year: '= request.year', long: 'x'.repeat(2000) } })
    expect(await ask(22)).toEqual({ ok: false, code: 'exchange.member-refused', retry: false })
    expect(await callOf(22)).toMatchObject({ state: 'refused', detail: 'Client.BadRequest' })
  })

  it('is not believed when its answer belongs to another question', async () => {
    const lies: [number, string, string][] = [
      [31, 'x-road-id', id(1)],
      [32, 'x-road-client', 'NB/COM/90002/other'],
      [33, 'x-road-service', 'NB/GOV/70001/tax/debts'],
    ]
    for (const [number, header, value] of lies) {
      server.lies[header] = value
      expect(await ask(number)).toEqual({ ok: false, code: 'exchange.member-answer-wrong', retry: true })
      expect(await callOf(number)).toMatchObject({ reason: 'answer-wrong', detail: header })
      delete server.lies[header]
    }
    const others = { 'x-road-request-hash': `${'A'.repeat(86)}==`, 'x-road-request-id': 'another' }
    for (const [place, [header, value]] of Object.entries(others).entries()) {
      server.lies[header] = value
      expect(await ask(34 + place)).toEqual({ ok: false, code: 'exchange.answer-unbound', retry: true })
      expect(await callOf(34 + place)).toMatchObject({ reason: 'hash-wrong', detail: 'x-road-request-hash' })
      delete server.lies[header]
    }
    expect(await ask(34)).toMatchObject({ ok: true })
  })

  it('has to prove itself, and so have we; a new certificate needs no restart', async () => {
    await configure({ trusts: ours.certificate })
    expect(await ask(41)).toEqual(unavailable)
    expect(await callOf(41)).toMatchObject({ reason: 'unreachable' })
    await configure()
    expect(await ask(41)).toMatchObject({ ok: true })
  })
})

describe('what a member of X-Road offers', () => {
  const inquiry = { settings, as: 'social-protection', provider: service.slice(0, 4) }
  it('is listed, all of it or what is open to the asker, and described', async () => {
    const servers = createSecurityServers()
    const codes = async (allowed: boolean) => {
      const listed = await listXRoadServices(servers, inquiry, allowed)
      return 'problem' in listed ? listed : listed.map(({ service: parts }) => parts.at(-1))
    }
    expect(await codes(false)).toEqual(['incomes', 'debts'])
    expect(await codes(true)).toEqual(['incomes'])
    expect(await describeXRoadService(servers, inquiry, 'debts')).toEqual({ text: 'openapi: 3.0.0' })
    expect(await describeXRoadService(servers, inquiry, 'wealth')).toEqual({
      problem: 'security-server',
      detail: 'Server.ServerProxy.UnknownService',
    })
    expect(await listXRoadServices(servers, { ...inquiry, as: 'health' }, true)).toMatchObject({
      problem: 'not-configured',
    })
  })
})
