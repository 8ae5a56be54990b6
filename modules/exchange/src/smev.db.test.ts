import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSmev3, systemKeys } from '../../../tools/simulators/smev3.ts'
import {
  listAnswerTerms,
  listLineMessages,
  listMessages,
  listOutsideCalls,
  listQueue,
  pauseService,
  sendMessage,
} from './contract/index.ts'
import { exchangePlatform } from './exchange-platform.fixture.ts'
import type { NationalPlace } from './national/national-place.ts'
import { nodeSuites } from './national/signature-suite.ts'

/** The tax agency is asked over СМЭВ, and a ward outside asks the civil registry over it. */
const now = new Date('2026-03-02T04:00:00.000Z')
const keys = systemKeys('OUR', now)
const smev = await startSmev3({ certificate: keys.certificate, now })
const place: NationalPlace = {
  name: 'smev',
  kind: 'smev',
  version: '1.3',
  url: smev.url,
  keys: { ...keys, trust: [smev.certificate], suites: nodeSuites },
  members: { WARD01: 'maternity-ward-north/maternity-information-system' },
}
const platform = await exchangePlatform({ national: [place] })
platform.privateHosts.push(smev.host)
afterAll(() => smev.close())

const space = 'urn://x-artefacts-fns.example/income/1.0.0'
const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${space}" elementFormDefault="qualified">
  <xs:element name="IncomeRequest"><xs:complexType><xs:sequence>
    <xs:element name="person" type="xs:string"/><xs:element name="year"><xs:simpleType><xs:restriction base="xs:gYear"/></xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="IncomeResponse"><xs:complexType><xs:sequence>
    <xs:element name="total" type="xs:decimal" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`
const pack = platform.packages.get('contract', 'tax-agency.income-by-person')
const contract = pack.json.get('contract.json') ?? {}
const money = (amount: string) => ({ amount, currency: 'DMD' })
const sum = '= if outside = null then "0" else string(sum(append(for t in outside.total return number(t), 0)))'
beforeAll(() => {
  ;(pack.text as Map<string, string>).set('income.xsd', xsd)
  Object.assign(contract, {
    term: { answer: 'P2D', queue: 'P10D' },
    serves: {
      from: {
        kind: 'smev',
        exchange: 'smev',
        namespace: space,
        element: 'IncomeRequest',
        schema: 'income.xsd',
        lists: ['total'],
        none: ['NO_DATA'],
        body: { person: '= request.person', year: '= string(request.year)' },
      },
      answer: {
        person: '= request.person',
        year: '= request.year',
        incomes: [],
        conflict: '= outside != null and outside.attachments != null',
        lowest: money(sum),
        highest: money(sum),
      },
    },
  })
})

const id = (number: number) => `01960000-0000-7000-8000-00000005${String(number).padStart(4, '0')}`
const ask = (number: number, body: object = { person: platform.mother.id, year: 2025 }) =>
  platform.ask({
    id: id(number),
    contract: 'tax-agency.income-by-person@1',
    consumer: 'social-protection',
    purpose: 'benefit-eligibility',
    ground: 'act:family-benefits/8',
    subjects: [],
    case: null,
    body,
  })
const integrator = (organisation: string) => official({ organisation, roles: ['integrator'] })
async function callOf(number: number) {
  const found = await platform.run(listOutsideCalls, { organisation: 'tax-agency' }, integrator('tax-agency'))
  if (isRefused(found)) throw new Error(found.code)
  return found.items.find(({ message }) => message === id(number))
}
async function line(more: object = {}) {
  const found = await platform.run(listLineMessages, { organisation: 'platform', ...more }, integrator('platform'))
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}
const lineOf = async (key: string) => (await line()).find(one => one.id === key)
const income = (inner: string) => `<a:IncomeResponse xmlns:a="${space}">${inner}</a:IncomeResponse>`
const total = (value: string) => income(`<a:total>${value}</a:total>`)
const awaited = { ok: false, code: 'exchange.answer-awaited', retry: true }
const lastSent = () => smev.sent.at(-1)?.id ?? ''

describe('an agency that is asked over СМЭВ', () => {
  it('gets one signed request of its вид сведений, and its answer comes days later', async () => {
    const message = { organisation: 'social-protection', message: id(1), contract: 'tax-agency.income-by-person@1' }
    const about = { purpose: 'benefit-eligibility', ground: 'act:family-benefits/8' }
    const body = { person: platform.mother.id, year: 2025 }
    await platform.run(
      sendMessage,
      { ...message, ...about, body },
      system({ organisation: 'social-protection', roles: ['platform'] }),
    )
    await platform.settle()
    expect(smev.sent).toMatchObject([{ content: expect.stringContaining(`>${platform.mother.id}<`), attachments: [] }])
    platform.clock.advance({ days: 3 })
    await platform.settle()
    expect(smev.sent).toHaveLength(1)
    const terms = async () =>
      platform.run(listAnswerTerms, { organisation: 'social-protection' }, integrator('social-protection'))
    expect(await terms()).toMatchObject({
      items: [{ provider: 'tax-agency', waiting: 1, overdue: 1, code: awaited.code }],
    })
    expect(await callOf(1)).toMatchObject({ state: 'asked', late: true })
    const answer = smev.answer(lastSent(), { content: total('42.5') })
    await platform.settle()
    const queue = await platform.run(listQueue, { organisation: 'social-protection' }, integrator('social-protection'))
    expect(queue).toMatchObject({ items: [{ message: id(1), state: 'answered' }] })
    expect(await ask(1)).toMatchObject({ ok: true, body: { lowest: money('42.5') } })
    expect(smev.acknowledged).toEqual([answer])
    expect(await terms()).toMatchObject({ items: [{ waiting: 0, answered: 1, late: 1 }] })
    expect(await lineOf(lastSent())).toMatchObject({
      direction: 'sent',
      state: 'done',
      related: answer,
      organisation: 'tax-agency',
    })
  })

  it('is not asked what does not fit the schema of its вид сведений', async () => {
    const schema = contract.request
    Object.assign(contract, { request: {} })
    const before = smev.sent.length
    expect(await ask(2, { person: 'x', year: 'soon' })).toMatchObject({ ok: false, retry: true })
    expect(await callOf(2)).toMatchObject({ reason: 'question-wrong', detail: 'year wrong' })
    Object.assign(contract, { request: schema })
    expect(smev.sent).toHaveLength(before)
  })

  it('says that it has nothing, or refuses for good', async () => {
    await ask(3)
    smev.answer(lastSent(), { rejected: 'NO_DATA' })
    await platform.settle()
    expect(await ask(3)).toMatchObject({ ok: true, body: { lowest: money('0') } })
    await ask(4)
    const request = lastSent()
    smev.answer(request, { rejected: 'ACCESS_DENIED' })
    await platform.settle()
    expect(await ask(4)).toEqual({ ok: false, code: 'exchange.member-refused', retry: false })
    expect(await callOf(4)).toMatchObject({ state: 'refused', detail: 'ACCESS_DENIED' })
    expect(await lineOf(request)).toMatchObject({ state: 'refused', reason: 'refused', detail: 'ACCESS_DENIED' })
  })

  it('tells how far it is, and is asked anew when СМЭВ could not deliver', async () => {
    await ask(5)
    const first = lastSent()
    smev.answer(first, { status: '3' })
    smev.answer(first, { processing: ['requestIsQueued'] })
    await platform.settle()
    expect(await lineOf(first)).toMatchObject({ state: 'sent', detail: 'requestIsQueued' })
    smev.answer(first, { processing: ['undeliverable', 'SMEV-404'] })
    await platform.settle()
    expect(await callOf(5)).toMatchObject({ state: 'asked', reason: 'fault', detail: 'SMEV-404' })
    expect(await ask(5)).toEqual(awaited)
    expect(lastSent()).not.toBe(first)
    smev.answer(lastSent(), { content: total('5') })
    await platform.settle()
    expect(await ask(5)).toMatchObject({ ok: true, body: { lowest: money('5') } })
  })

  it('gets and sends files beside the content, and files that lie in the store of СМЭВ', async () => {
    await ask(6)
    smev.answer(lastSent(), {
      content: total('6'),
      attachment: { name: 'Справка 1', type: 'text/plain', bytes: Buffer.from('hi') },
    })
    await platform.settle()
    expect(await ask(6)).toMatchObject({ ok: true, body: { conflict: true } })
    await ask(7)
    smev.answer(lastSent(), { content: total('7'), stored: { id: lastSent(), hash: 'aGFzaA==', file: '/a.zip' } })
    await platform.settle()
    expect(await ask(7)).toMatchObject({ ok: true, body: { conflict: true } })
    const { from } = contract.serves as { from: { attachments?: string } }
    from.attachments = '= [{ name: "Запрос.txt", type: "text/plain", content: "aGk=" }]'
    await ask(8)
    delete from.attachments
    expect(smev.sent.at(-1)?.attachments).toEqual(['Запрос.txt'])
  })
})

describe('what goes wrong with an answer', () => {
  it('is visible where its content does not fit the schema, and asked anew', async () => {
    await ask(11)
    const bad = smev.answer(lastSent(), { content: total('much') })
    await platform.settle()
    expect(await callOf(11)).toMatchObject({ state: 'asked', reason: 'answer-wrong', detail: 'total wrong' })
    expect(await lineOf(bad)).toMatchObject({ state: 'broken', reason: 'answer-wrong', organisation: 'tax-agency' })
    await ask(11)
    smev.answer(lastSent(), { content: total('11') })
    await platform.settle()
    expect(await ask(11)).toMatchObject({ ok: true })
  })

  it.each(['changed', 'unsigned', 'stranger'] as const)(
    'is visible where it is %s, and nobody reads it',
    async flaw => {
      const number = { changed: 12, unsigned: 13, stranger: 14 }[flaw]
      await ask(number)
      const forged = smev.answer(lastSent(), { content: total('999999') }, flaw)
      await platform.settle()
      const reason = { changed: 'signature-wrong', unsigned: 'signature-missing', stranger: 'certificate-unknown' }[
        flaw
      ]
      expect(await lineOf(`${forged}?`)).toMatchObject({ state: 'broken', reason })
      expect(smev.acknowledged.at(-1)).toBe(`${forged}!`)
      expect(await ask(number)).toEqual(awaited)
      smev.answer(lastSent(), { content: total('1') })
      await platform.settle()
      expect(await ask(number)).toMatchObject({ ok: true, body: { lowest: money('1') } })
    },
  )

  it('does no harm where it comes twice, again, late, or to nobody', async () => {
    await ask(15)
    const request = lastSent()
    smev.cut('Ack')
    const first = smev.answer(request, { content: total('15') })
    await platform.settle()
    smev.again()
    await platform.settle()
    expect(await lineOf(first)).toMatchObject({ state: 'done', times: expect.any(Number) })
    const second = smev.answer(request, { content: total('16') })
    const nobody = smev.answer('00000000-0000-1000-8000-000000000000', { content: total('17') })
    await platform.settle()
    expect(await ask(15)).toMatchObject({ ok: true, body: { lowest: money('15') } })
    expect(await lineOf(second)).toMatchObject({ state: 'done', reason: 'late' })
    expect(await lineOf(nobody)).toMatchObject({ state: 'done', reason: 'unexpected' })
    expect((await line({ only: 'wrong' })).map(one => one.id)).toEqual(expect.arrayContaining([second, nobody]))
  })
})

describe('a request that does not get through', () => {
  it('is sent again under the same id: after a cut line, an overflow, a fault for good', async () => {
    smev.cut('SendRequest')
    expect(await ask(21)).toMatchObject({ ok: false, code: 'exchange.provider-unavailable' })
    expect(await callOf(21)).toMatchObject({ reason: 'unreachable' })
    const taken = smev.sent.length
    expect(await ask(21)).toEqual(awaited)
    expect(smev.sent).toHaveLength(taken)
    smev.fail('SendRequest', 'DestinationOverflow')
    await ask(22)
    expect(await callOf(22)).toMatchObject({ state: 'asked', reason: 'fault', detail: 'DestinationOverflow' })
    expect(await ask(22)).toEqual(awaited)
    smev.fail('SendRequest', 'InvalidContent')
    expect(await ask(23)).toEqual({ ok: false, code: 'exchange.member-refused', retry: false })
  })
})

describe('a member outside that asks over СМЭВ', () => {
  const births = 'urn://civil-registry.example/birth-notification/1.0.0'
  const notice = (number: string, child = '<b:Sex>female</b:Sex><b:BornAt>2026-03-01T20:15:00+05:00</b:BornAt>') =>
    `<b:BirthNotificationRequest xmlns:b="${births}"><b:NotificationId>${number}</b:NotificationId><b:MotherIdentifier>${platform.mother.identifier}</b:MotherIdentifier><b:Child>${child}</b:Child><b:Region>north</b:Region></b:BirthNotificationRequest>`
  const given = (request: string) => smev.given.find(one => one.request === request)

  it('is served by the contract that offers it, logged as its message, and answered by its schema', async () => {
    const request = smev.ask('WARD01', notice('S-1'))
    await platform.settle()
    expect(given(request)).toMatchObject({ rejected: null, content: expect.stringContaining('>true<') })
    expect(smev.acknowledged).toContain(request)
    const log = await platform.run(
      listMessages,
      { organisation: 'civil-registry' },
      official({ organisation: 'civil-registry' }),
    )
    expect(log).toMatchObject({
      items: [{ message: request, peer: 'maternity-ward-north', purpose: 'birth-registration', outcome: 'done' }],
    })
    expect(await lineOf(request)).toMatchObject({ state: 'done', organisation: 'maternity-ward-north', reason: null })
  })

  it.each([
    [
      'of an unknown вид сведений',
      'WARD01',
      '<x:Other xmlns:x="urn:x"/>',
      'UNKNOWN_REQUEST_DESCRIPTION',
      'not-offered',
    ],
    ['by a stranger', 'NOBODY', notice('S-2'), 'ACCESS_DENIED', 'sender-unknown'],
    ['that does not fit the schema', 'WARD01', notice('S-3', '<b:Sex>none</b:Sex>'), 'FAILURE', 'content-wrong'],
    [
      'that the contract refuses',
      'WARD01',
      notice('S-4', '<b:Sex>male</b:Sex><b:BornAt>2030-01-01T00:00:00Z</b:BornAt>'),
      'FAILURE',
      'exchange.message-refused',
    ],
  ])('is told why a request %s is rejected', async (_, mnemonic, content, rejected, reason) => {
    const request = smev.ask(mnemonic, content)
    await platform.settle()
    expect(given(request)).toMatchObject({ rejected, content: null })
    expect(await lineOf(request)).toMatchObject({ state: 'refused', reason })
    expect(smev.acknowledged).toContain(request)
  })

  it('is not believed without the signature of СМЭВ', async () => {
    const request = smev.ask('WARD01', notice('S-5'), { flaw: 'changed' })
    await platform.settle()
    expect(given(request)).toBeUndefined()
    expect(await lineOf(`${request}?`)).toMatchObject({ state: 'broken', reason: 'signature-wrong' })
    expect(smev.acknowledged).toContain(`${request}!`)
  })

  it('is answered once, whatever is cut and however often it comes', async () => {
    smev.cut('SendResponse')
    smev.cut('Ack')
    const request = smev.ask('WARD01', notice('S-6'))
    await platform.settle()
    expect(await lineOf(request)).toMatchObject({ state: 'waiting', reason: 'unreachable' })
    smev.again()
    await platform.settle()
    smev.again()
    await platform.settle()
    expect(smev.given.filter(one => one.request === request)).toHaveLength(1)
    expect(smev.acknowledged.filter(one => one === request).length).toBeGreaterThan(0)
    expect(await lineOf(request)).toMatchObject({ state: 'done' })
  })

  it('waits while the service is closed, and is rejected when the term of the contract is over', async () => {
    const held = platform.packages.get('contract', 'civil-registry.birth-notification').json.get('contract.json') ?? {}
    const until = new Date(platform.clock.now().getTime() + 3_600_000).toISOString()
    const about = { organisation: 'civil-registry', contract: 'civil-registry.birth-notification@1' }
    await platform.run(pauseService, { ...about, until }, integrator('civil-registry'))
    const request = smev.ask('WARD01', notice('S-7'))
    await platform.settle()
    expect(await lineOf(request)).toMatchObject({ state: 'waiting', reason: 'exchange.service-paused' })
    expect(smev.acknowledged).not.toContain(request)
    Object.assign(held, { term: { answer: 'PT10S', queue: 'PT1M' } })
    platform.clock.advance({ minutes: 2 })
    smev.again()
    await platform.settle()
    expect(given(request)).toMatchObject({ rejected: 'FAILURE' })
  })
})
