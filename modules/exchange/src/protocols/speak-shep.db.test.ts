import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { official } from '@tereze/foundation-testing'
import { anonymous, isRefused } from '@tereze/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startShep } from '../../../../tools/simulators/shep.ts'
import { bytesOf, systemKeys } from '../../../../tools/simulators/smev3.ts'
import { listLineMessages, listMessages, listOutsideCalls, pauseService, resumeService } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'
import type { NationalPlace } from '../national/national-place.ts'
import { nodeSuites } from '../national/signature-suite.ts'
import { speakShepProtocol } from './speak-shep.ts'

/** The tax agency is asked over ШЭП, and a ward outside asks the civil registry over it. */
const now = new Date('2026-03-02T04:00:00.000Z')
const keys = systemKeys('OUR', now)
const account = { id: 'tereze', password: 'made-for-tests' }
const shep = await startShep({ certificate: keys.certificate, account, now })
const place: NationalPlace = {
  name: 'shep',
  kind: 'shep',
  sync: shep.sync,
  async: shep.async,
  keys: { ...keys, trust: [shep.certificate], suites: nodeSuites },
  sender: account,
  members: { 'ward-1': 'maternity-ward-north/maternity-information-system' },
}
const platform = await exchangePlatform({ national: [place] })
platform.privateHosts.push(shep.host)
const nobody = anonymous('kk')
const respond = (exchange: string, channel: string, body: Uint8Array) =>
  speakShepProtocol.respond(
    {
      method: 'POST',
      url: new URL(`http://tests.localhost/exchange/v1/shep/${exchange}/${channel}`),
      params: { exchange, channel },
      headers: {},
      cookies: {},
      body,
    },
    {
      ...platform.runner.surroundings(nobody, 'request-1', null),
      origin: 'http://tests.localhost',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? nobody),
    },
  )
const door = createServer(async (request, response) => {
  const [exchange = '', channel = ''] = (request.url ?? '').split('/').slice(1)
  const reply = await respond(exchange, channel, await bytesOf(request))
  if (isRefused(reply)) return void response.writeHead(404).end(reply.code)
  response.writeHead(reply.status, reply.headers).end(reply.body)
})
let ours = ''
const pack = platform.packages.get('contract', 'tax-agency.income-by-person')
const contract = pack.json.get('contract.json') ?? {}
const space = 'http://tax.example/income'
const money = (amount: string) => ({ amount, currency: 'DMD' })
const sum = money('= if outside = null then "0" else outside.total')
function serve(channel: 'sync' | 'async') {
  const body = { person: '= request.person', year: '= string(request.year)' }
  const content = { namespace: space, element: 'Ask', schema: 'income.xsd', body }
  const from = { kind: 'shep', exchange: 'shep', channel, service: 'IncomeService', ...content, none: ['SCSE404'] }
  const answer = {
    person: '= request.person',
    year: '= request.year',
    incomes: [],
    conflict: false,
    lowest: sum,
    highest: sum,
  }
  Object.assign(contract, { term: { answer: 'PT20S', queue: 'P10D' }, serves: { from, answer } })
}
beforeAll(async () => {
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  ours = `http://127.0.0.1:${(door.address() as AddressInfo).port}/shep`
  ;(pack.text as Map<string, string>).set(
    'income.xsd',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${space}" elementFormDefault="qualified">
      <xs:element name="Ask"><xs:complexType><xs:sequence><xs:element name="person" type="xs:string"/><xs:element name="year" type="xs:gYear"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="Answer"><xs:complexType><xs:sequence><xs:element name="total" type="xs:decimal"/></xs:sequence></xs:complexType></xs:element>
    </xs:schema>`,
  )
})
afterAll(async () => {
  await shep.close()
  door.closeAllConnections()
  door.close()
})

const id = (number: number) => `01960000-0000-7000-8000-00000006${String(number).padStart(4, '0')}`
const ask = (number: number) =>
  platform.ask({
    id: id(number),
    contract: 'tax-agency.income-by-person@1',
    consumer: 'social-protection',
    purpose: 'benefit-eligibility',
    ground: 'act:family-benefits/8',
    subjects: [],
    case: null,
    body: { person: platform.mother.id, year: 2025 },
  })
const integrator = (organisation: string) => official({ organisation, roles: ['integrator'] })
async function callOf(number: number) {
  const found = await platform.run(listOutsideCalls, { organisation: 'tax-agency' }, integrator('tax-agency'))
  if (isRefused(found)) throw new Error(found.code)
  return found.items.find(({ message }) => message === id(number))
}
async function lineOf(key: string) {
  const found = await platform.run(listLineMessages, { organisation: 'platform', limit: 100 }, integrator('platform'))
  if (isRefused(found)) throw new Error(found.code)
  return found.items.find(one => one.id === key)
}
const total = (value: string) => `<t:Answer xmlns:t="${space}"><t:total>${value}</t:total></t:Answer>`
const awaited = { ok: false, code: 'exchange.answer-awaited', retry: true }
const of = (number: number) => shep.requests.find(one => one.id === id(number))

describe('the synchronous channel', () => {
  it('asks under our account with a signature, and takes the signed answer', async () => {
    serve('sync')
    shep.say({ content: total('12') })
    expect(await ask(1)).toMatchObject({ ok: true, body: { lowest: money('12') } })
    expect(of(1)).toMatchObject({
      channel: 'sync',
      service: 'IncomeService',
      content: expect.stringContaining('>2025<'),
    })
    expect(await callOf(1)).toMatchObject({ state: 'served' })
    expect(await lineOf(id(1))).toMatchObject({
      state: 'done',
      organisation: 'tax-agency',
      contractTitle: { en: expect.stringMatching(/income/i) },
    })
  })

  it.each([
    [2, { status: 'SCSE404' }, undefined, { ok: true }, null],
    [
      3,
      { status: 'SCSE001' },
      undefined,
      { ok: false, code: 'exchange.member-refused', retry: false },
      'refused SCSE001',
    ],
    [4, { fault: 'SCE5' }, undefined, { ok: false, code: 'exchange.provider-unavailable', retry: true }, 'fault SCE5'],
    [
      5,
      { content: total('much') },
      undefined,
      { ok: false, code: 'exchange.member-answer-wrong' },
      'answer-wrong total wrong',
    ],
    [
      6,
      { other: total('1') },
      undefined,
      { ok: false, code: 'exchange.member-answer-wrong' },
      'answer-wrong messageId',
    ],
    [7, { content: total('9') }, 'changed', { ok: false, retry: true }, 'signature-wrong signature-wrong'],
    [8, { content: total('9') }, 'unsigned', { ok: false, retry: true }, 'signature-wrong signature-missing'],
    [9, { content: total('9') }, 'stranger', { ok: false, retry: true }, 'signature-wrong certificate-unknown'],
  ] as const)('%i: tells what became of %j, %s', async (number, says, flaw, outcome, reason) => {
    shep.say(says, flaw)
    expect(await ask(number)).toMatchObject(outcome)
    const sent = await lineOf(id(number))
    expect(sent?.reason === null ? null : `${sent?.reason} ${sent?.detail}`).toBe(reason)
  })

  it('is asked anew under the same id after a cut', async () => {
    shep.say({ content: total('3') })
    shep.cut()
    expect(await ask(10)).toMatchObject({ ok: false, code: 'exchange.provider-unavailable' })
    expect(await callOf(10)).toMatchObject({ reason: 'unreachable' })
    expect(await ask(10)).toMatchObject({ ok: true, body: { lowest: money('3') } })
    expect(shep.requests.filter(one => one.id === id(10))).toHaveLength(2)
  })
})

describe('the asynchronous channel', () => {
  it('sends once, and takes the answer that is brought later', async () => {
    serve('async')
    expect([await ask(21), await ask(21)]).toEqual([awaited, awaited])
    expect(await lineOf(id(21))).toMatchObject({ state: 'sent', related: of(21)?.correlation, detail: 'DELIVERED' })
    platform.clock.advance({ minutes: 5 })
    expect(await callOf(21)).toMatchObject({ state: 'asked', late: true })
    const answer = {
      channel: 'async',
      type: 'RESPONSE',
      correlation: of(21)?.correlation ?? '',
      content: total('21'),
    } as const
    const brought = await shep.bring(ours, answer)
    expect(brought).toMatchObject({ status: 200, fault: null })
    await platform.settle()
    expect(shep.notices.at(-1)).toEqual({ message: brought.id, accepted: true, error: null })
    const again = await shep.bring(ours, { ...answer, id: brought.id })
    const second = await shep.bring(ours, { ...answer, content: total('22') })
    expect([again.status, second.status]).toEqual([200, 200])
    expect(await ask(21)).toMatchObject({ ok: true, body: { lowest: money('21') } })
    expect(await lineOf(brought.id)).toMatchObject({ state: 'done', times: 2 })
    expect(await lineOf(second.id)).toMatchObject({ reason: 'late' })
    expect(shep.requests.filter(one => one.id === id(21))).toHaveLength(1)
  })

  it('refuses an answer that comes before its request is noted, or to nobody; it is brought again', async () => {
    const early: unknown[] = []
    shep.before(async ({ correlation }) =>
      early.push(
        await shep.bring(ours, { channel: 'async', type: 'RESPONSE', correlation, id: 'early', content: total('5') }),
      ),
    )
    expect(await ask(22)).toEqual(awaited)
    expect(early).toMatchObject([{ status: 500, fault: 'unexpected' }])
    expect(await lineOf('early?')).toMatchObject({ state: 'broken', reason: 'unexpected' })
    const correlation = of(22)?.correlation ?? ''
    expect(
      await shep.bring(ours, { channel: 'async', type: 'RESPONSE', correlation, id: 'early', content: total('5') }),
    ).toMatchObject({ status: 200 })
    expect(await ask(22)).toMatchObject({ ok: true, body: { lowest: money('5') } })
  })

  it('tells how far a request is; what was not delivered, or is answered wrongly, is asked anew', async () => {
    await ask(23)
    await shep.tell(ours, id(23), 'PROCESSING')
    expect(await lineOf(id(23))).toMatchObject({ state: 'sent', detail: 'PROCESSING' })
    await shep.tell(ours, id(23), 'FAILED', 'SCE17')
    expect(await callOf(23)).toMatchObject({ state: 'asked', reason: 'fault', detail: 'SCE17' })
    shep.fail('SCE3')
    expect(await ask(23)).toMatchObject({ ok: false, code: 'exchange.provider-unavailable' })
    expect(await ask(23)).toEqual(awaited)
    const { correlation = '' } = shep.requests.at(-1) ?? {}
    await shep.bring(ours, { channel: 'async', type: 'RESPONSE', correlation, content: total('much') })
    expect(await callOf(23)).toMatchObject({ reason: 'answer-wrong', detail: 'total wrong' })
    expect(await ask(23)).toEqual(awaited)
    expect(shep.requests.at(-1)?.correlation).not.toBe(correlation)
  })
})

describe('a member outside that asks over ШЭП', () => {
  const births = 'urn://civil-registry.example/birth-notification/1.0.0'
  const notice = (number: string, child = '<Sex>female</Sex><BornAt>2026-03-01T20:15:00+05:00</BornAt>') =>
    `<BirthNotificationRequest xmlns="${births}"><NotificationId>${number}</NotificationId><MotherIdentifier>${platform.mother.identifier}</MotherIdentifier><Child>${child}</Child><Region>north</Region></BirthNotificationRequest>`
  const request = { service: 'CivilRegistryBirthNotification', sender: 'ward-1' }

  it('gets its answer at once in the synchronous channel, and the same one again', async () => {
    const message = { ...request, channel: 'sync', id: 'ward/1', content: notice('H-1') } as const
    const first = await shep.bring(ours, message)
    expect(first).toMatchObject({ status: 200, fault: null, content: expect.stringContaining('>true<') })
    expect(await shep.bring(ours, { ...message, correlation: first.correlation })).toMatchObject({
      content: first.content,
    })
    expect(await lineOf('ward/1')).toMatchObject({ state: 'done', times: 2, organisation: 'maternity-ward-north' })
    const log = await platform.run(
      listMessages,
      { organisation: 'civil-registry' },
      official({ organisation: 'civil-registry' }),
    )
    expect(log).toMatchObject({ items: [{ peer: 'maternity-ward-north', outcome: 'done' }] })
  })

  it.each([
    ['not-offered', { service: 'Other', content: notice('H-2') }],
    ['sender-unknown', { sender: 'nobody', content: notice('H-3') }],
    ['content-wrong', { content: notice('H-4', '<Sex>none</Sex>') }],
    ['exchange.message-refused', { content: notice('H-5', '<Sex>male</Sex><BornAt>2030-01-01T00:00:00Z</BornAt>') }],
    ['signature-wrong', { content: notice('H-6'), flaw: 'changed' as const }],
    ['signature-missing', { content: notice('H-7'), flaw: 'unsigned' as const }],
    ['certificate-unknown', { content: notice('H-8'), flaw: 'stranger' as const }],
  ])('is told %s as a fault', async (code, more) => {
    expect(await shep.bring(ours, { ...request, channel: 'sync', ...more })).toMatchObject({ status: 500, fault: code })
  })

  it('gets its answer later in the asynchronous channel, once, however often it asks and whatever is cut', async () => {
    await platform.run(
      pauseService,
      {
        organisation: 'civil-registry',
        contract: 'civil-registry.birth-notification@1',
        until: new Date(platform.clock.now().getTime() + 3_600_000).toISOString(),
      },
      integrator('civil-registry'),
    )
    const message = { ...request, channel: 'async', id: 'ward/2', content: notice('H-9') } as const
    const taken = await shep.bring(ours, message)
    expect(taken).toMatchObject({ status: 200, fault: null })
    await shep.bring(ours, { ...message, correlation: taken.correlation })
    await platform.settle()
    expect(await lineOf('ward/2')).toMatchObject({ state: 'waiting', reason: 'exchange.service-paused', times: 2 })
    await platform.run(
      resumeService,
      { organisation: 'civil-registry', contract: 'civil-registry.birth-notification@1' },
      integrator('civil-registry'),
    )
    shep.cut()
    for (const minutes of [1, 2, 4]) {
      platform.clock.advance({ minutes })
      await platform.settle()
    }
    expect(shep.responses.filter(one => one.correlation === taken.correlation)).toMatchObject([
      { content: expect.stringContaining('>true<') },
    ])
    expect(await lineOf('ward/2')).toMatchObject({ state: 'done', reason: null })
  })

  it('is told why a request is refused', async () => {
    const brought = await shep.bring(ours, { ...request, channel: 'async', sender: 'nobody', content: notice('H-10') })
    await platform.settle()
    expect(shep.notices.at(-1)).toEqual({ message: brought.id, accepted: false, error: 'sender-unknown' })
    expect(await lineOf(brought.id)).toMatchObject({ state: 'refused', reason: 'sender-unknown' })
  })

  it('finds no door where there is none', async () => {
    expect(await respond('other', 'sync', new Uint8Array())).toMatchObject({ code: 'exchange.line-not-found' })
    expect(await respond('shep', 'post', new Uint8Array())).toMatchObject({ code: 'exchange.line-not-found' })
  })
})
