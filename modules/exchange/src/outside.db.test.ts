import { once } from 'node:events'
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rows, sql } from '@tereze/foundation-database'
import { official, testDatabase } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  diagnoseService,
  listMessages,
  listOutsideCalls,
  listQueue,
  type Question,
  sendMessage,
} from './contract/index.ts'
import { exchangePlatform } from './exchange-platform.fixture.ts'
import { forgetQuestions } from './jobs/forget-questions.ts'

/** The tax agency serves its contract from systems of its own: an HTTP service, a second database, a folder. */
const folder = await mkdtemp(join(tmpdir(), 'outside-'))
const other = await testDatabase()
const platform = await exchangePlatform({
  systems: [`archive=file://${folder}`, `incomes=${other.url}`],
  longest: 3_000,
})
const seen: { method: string; url: string; headers: Record<string, unknown>; body: string }[] = []
let answer: (response: ServerResponse) => void = response => response.end()
const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  seen.push({
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    body: Buffer.concat(parts).toString('utf8'),
  })
  answer(response)
})
let url = ''
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  platform.privateHosts.push(host)
  url = `http://${host}/incomes`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  seen.length = 0
})

const contract = platform.packages.get('contract', 'tax-agency.income-by-person').json.get('contract.json') ?? {}
const money = (amount: string) => ({ amount, currency: 'DMD' })
const mapped = (total: string) => ({
  person: '= request.person',
  year: '= request.year',
  incomes: [],
  conflict: false,
  lowest: money(total),
  highest: money(total),
})
function serve(from: object, total = '= string(outside.total)', term = 'PT30S') {
  Object.assign(contract, { serves: { from, answer: mapped(total) }, term: { answer: term, queue: 'P5D' } })
}
const json = (value: unknown, status = 200) => {
  answer = response => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
const id = (number: number) => `01960000-0000-7000-8000-0000000f${String(number).padStart(4, '0')}`
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
async function calls(only?: 'open' | 'late') {
  const organisation = 'tax-agency'
  const integrator = official({ organisation, roles: ['integrator'] })
  const found = await platform.run(listOutsideCalls, { organisation, ...(only ? { only } : {}) }, integrator)
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}
/** Whether what was asked and answered is still kept. */
async function keptOf(number: number) {
  const [row] = await rows(
    platform.database,
    sql<{ question: boolean; answer: boolean }>`select question is not null as question, answer is not null as answer
      from exchange.outside_calls where message = ${id(number)}::uuid`,
  )
  return row
}
const callOf = async (number: number) => (await calls()).find(({ message }) => message === id(number))

describe('a member’s own system over REST', () => {
  const rest = { kind: 'rest', method: 'GET', path: ['= request.person'], query: { year: '= request.year' } }

  it('is asked with a token that the member’s key signed, and its answer is signed and logged as any other', async () => {
    serve({ ...rest, url })
    json({ total: 1200 })
    expect(await ask(1)).toMatchObject({ ok: true, body: { year: 2025, lowest: money('1200') } })
    expect(seen).toMatchObject([
      { method: 'GET', url: `/incomes/${platform.mother.id}?year=2025`, headers: { 'idempotency-key': id(1) } },
    ])
    const token = String(seen[0]?.headers.authorization).replace('Bearer ', '')
    const claims = await platform.keys.verify(platform.database, 'tax-agency', token, 'JWT')
    expect(JSON.parse(claims ?? '')).toMatchObject({ iss: 'tax-agency', aud: new URL(url).origin, jti: id(1) })
    const log = await platform.run(
      listMessages,
      { organisation: 'tax-agency' },
      official({ organisation: 'tax-agency' }),
    )
    expect(log).toMatchObject({ items: [{ message: id(1), direction: 'received', outcome: 'done' }] })
    expect(await callOf(1)).toMatchObject({ state: 'served', late: false, attempts: 1, reason: null })
  })

  it('is not asked for who has no access, nor again for the same message', async () => {
    serve({ ...rest, url })
    json({ total: 1200 })
    expect(await ask(2, { purpose: 'curiosity' })).toMatchObject({ ok: false, code: 'exchange.access-not-granted' })
    expect(await ask(1)).toMatchObject({ ok: true })
    expect(seen).toEqual([])
  })

  it('that is broken is visible with its reason, and asked anew by the same message', async () => {
    platform.clock.advance({ seconds: 1 })
    serve({ ...rest, url })
    json({}, 503)
    const unavailable = { ok: false, code: 'exchange.provider-unavailable', retry: true }
    expect(await ask(3)).toEqual(unavailable)
    expect(await callOf(3)).toMatchObject({ state: 'asked', reason: 'status', detail: '503', attempts: 1 })
    const why = {
      organisation: 'social-protection',
      contract: 'tax-agency.income-by-person@1',
      purpose: 'benefit-eligibility',
    }
    const system = async () => {
      const told = await platform.run(diagnoseService, why, official({ organisation: why.organisation }))
      return isRefused(told) ? told : told.steps.find(step => step.id === 'system')
    }
    expect(await system()).toMatchObject({
      state: 'wrong',
      finding: 'own-system-fails',
      params: { reason: 'status 503' },
    })
    json({ total: 'no sum' })
    expect(await ask(3)).toEqual({ ok: false, code: 'exchange.member-answer-wrong', retry: true })
    expect(await callOf(3)).toMatchObject({ reason: 'answer-wrong', detail: expect.stringContaining('/lowest/amount') })
    json({ total: 7 })
    expect(await ask(3)).toMatchObject({ ok: true, body: { lowest: money('7') } })
    expect(await callOf(3)).toMatchObject({ state: 'served', attempts: 3 })
    expect(await system()).toMatchObject({ state: 'ok', finding: 'own-system-answers' })
  })

  it('that refuses is not asked again', async () => {
    serve({ ...rest, url })
    json({}, 422)
    const refused = { ok: false, code: 'exchange.member-refused', retry: false }
    expect([await ask(4), await ask(4)]).toEqual([refused, refused])
    expect(seen).toHaveLength(1)
    expect(await callOf(4)).toMatchObject({ state: 'refused', detail: '422' })
    expect(await keptOf(4)).toEqual({ question: false, answer: false })
  })

  it('that is slow is awaited no longer than the term; its answer is kept for the next attempt', async () => {
    serve({ ...rest, url }, undefined, 'PT1S')
    let late: ServerResponse | undefined
    answer = response => {
      late = response
    }
    const awaited = { ok: false, code: 'exchange.answer-awaited', retry: true }
    expect(await ask(5)).toEqual(awaited)
    expect(await ask(5)).toEqual(awaited)
    platform.clock.advance({ minutes: 1 })
    expect((await calls('late')).map(({ message }) => message)).toContain(id(5))
    late?.end('{"total":5}')
    await expect.poll(async () => (await callOf(5))?.state).toBe('answered')
    expect(await ask(5)).toMatchObject({ ok: true, body: { lowest: money('5') } })
    expect(seen).toHaveLength(1)
    expect(await callOf(5)).toMatchObject({ state: 'served', late: true })
  })

  it('that is slow is asked once, and its late answer is delivered by the queue', async () => {
    serve({ ...rest, url }, undefined, 'PT1S')
    let late: ServerResponse | undefined
    answer = response => {
      late = response
    }
    const organisation = 'social-protection'
    const asker = official({ organisation, roles: ['integrator'] })
    const input = {
      organisation,
      message: id(8),
      contract: 'tax-agency.income-by-person@1',
      purpose: 'benefit-eligibility',
    }
    const body = { person: platform.mother.id, year: 2025 }
    await platform.run(sendMessage, { ...input, ground: 'act:family-benefits/8', body }, asker)
    const queued = async () => {
      await platform.settle()
      const found = await platform.run(listQueue, { organisation }, asker)
      if (isRefused(found)) throw new Error(found.code)
      return found.items[0]
    }
    expect(await queued()).toMatchObject({ state: 'waiting', code: 'exchange.answer-awaited', attempts: 1 })
    late?.end('{"total":5}')
    await expect.poll(async () => (await callOf(8))?.state).toBe('answered')
    platform.clock.advance({ minutes: 5 })
    expect(await queued()).toMatchObject({ state: 'answered', code: null })
    expect(seen).toHaveLength(1)
    expect(await callOf(8)).toMatchObject({ state: 'served', attempts: 1 })
  })

  it('that says nothing at all is given up, and can be asked anew', async () => {
    serve({ ...rest, url }, undefined, 'PT30S')
    answer = () => undefined
    expect(await ask(6)).toMatchObject({ ok: false, code: 'exchange.provider-unavailable', retry: true })
    expect((await calls('open'))[0]).toMatchObject({ message: id(6), reason: 'timed-out' })
  })

  it('is never inside our own network unless the operator says so', async () => {
    serve({ ...rest, url: 'http://127.0.0.1:9/latest' })
    expect(await ask(7)).toMatchObject({ ok: false, code: 'exchange.provider-unavailable' })
    expect(await callOf(7)).toMatchObject({ reason: 'address-forbidden' })
  })
})

describe('a member’s own system over SOAP', () => {
  it.each([
    ['1.1', 'http://schemas.xmlsoap.org/soap/envelope/', 'text/xml; charset=utf-8', 21],
    ['1.2', 'http://www.w3.org/2003/05/soap-envelope', 'application/soap+xml; charset=utf-8; action="urn:income"', 22],
  ])('speaks %s', async (version, space, type, number) => {
    const body = { person: '= request.person', year: '= request.year' }
    const at = { namespace: 'urn:tax', element: 'GetIncome', action: 'urn:income' }
    serve(
      { kind: 'soap', version, url, ...at, body, lists: ['row'] },
      '= string(sum(for r in outside.row return number(r)))',
    )
    answer = response =>
      response.end(
        `<e:Envelope xmlns:e="${space}"><e:Body><t:Income xmlns:t="urn:tax"><t:row>40</t:row><t:row>2</t:row></t:Income></e:Body></e:Envelope>`,
      )
    expect(await ask(number)).toMatchObject({ ok: true, body: { lowest: money('42') } })
    expect(seen[0]).toMatchObject({ method: 'POST', headers: { 'content-type': type } })
    expect(seen[0]?.body).toContain(
      `<GetIncome xmlns="urn:tax"><person>${platform.mother.id}</person><year>2025</year></GetIncome>`,
    )
  })
})

describe('a view of a member’s database', () => {
  const view = {
    kind: 'view',
    system: 'incomes',
    view: 'own.income_of_persons',
    columns: ['total', 'reported'],
    where: { person: '= request.person', year: '= request.year' },
  }

  const client = new Client({ connectionString: other.url })
  beforeAll(async () => {
    await client.connect()
    await client.query('create schema own')
  })
  afterAll(() => client.end())

  it('is read by bound values, only read, and only what the contract names', async () => {
    await client.query(
      `create table own.incomes (person text, year int, total numeric(12,2), reported date, secret text)`,
    )
    await client.query(
      `insert into own.incomes values ($1, 2025, 310.5, '2026-01-10', 'x'), ('other', 2025, 1, '2026-01-10', 'x')`,
      [platform.mother.id],
    )
    await client.query(`create view own.income_of_persons as select * from own.incomes`)
    await client.query(
      `create function own.leak() returns numeric language sql as 'insert into own.incomes default values returning 1::numeric'`,
    )
    await client.query(`create view own.writing as select person, year, own.leak() as total, reported from own.incomes`)
    serve(view, '= string(outside[1].total)')
    expect(await ask(31)).toMatchObject({ ok: true, body: { lowest: money('310.5') } })
    serve({ ...view, view: 'own.writing' })
    expect(await ask(32)).toMatchObject({ ok: false, code: 'exchange.provider-unavailable' })
    expect(await callOf(32)).toMatchObject({ reason: 'view-wrong', detail: '25006' })
    serve({ ...view, columns: ['gone'] })
    await ask(33)
    expect(await callOf(33)).toMatchObject({ reason: 'view-wrong', detail: '42703' })
    serve({ ...view, system: 'unheard-of' })
    await ask(34)
    expect(await callOf(34)).toMatchObject({ reason: 'not-configured', detail: 'unheard-of' })
    await client.query(
      `create view own.slow as select person, year, total, reported, pg_sleep(60)::text as slept from own.incomes`,
    )
    serve({ ...view, view: 'own.slow', columns: ['slept'] })
    await ask(35)
    expect(await callOf(35)).toMatchObject({ reason: 'timed-out', detail: '57014' })
  })
})

it('what nobody fetched is forgotten after ninety days, and says so', async () => {
  const open = (await calls()).filter(({ state }) => state === 'asked' || state === 'answered')
  expect(open.length).toBeGreaterThan(0)
  const [first] = open
  const number = Number(first?.message.slice(-4))
  expect(await keptOf(number)).toMatchObject({ question: true })
  const forget = () => forgetQuestions.run(platform.runner.jobContext('exchange.forget-questions'))
  platform.clock.advance({ days: 89 })
  expect(await forget()).toBe(0)
  platform.clock.advance({ days: 2 })
  expect(await forget()).toBe(open.length)
  expect(await forget()).toBe(0)
  expect(await keptOf(number)).toEqual({ question: false, answer: false })
  expect(await callOf(number)).toMatchObject({ state: 'refused', detail: 'forgotten' })
  expect(await ask(number)).toMatchObject({ ok: false, code: 'exchange.member-refused' })
})

describe('files', () => {
  it('carry a question and its answer, however late, each seen only whole', async () => {
    serve({ kind: 'files', system: 'archive', body: { who: '= request.person' } }, undefined, 'PT1S')
    expect(await ask(41)).toEqual({ ok: false, code: 'exchange.answer-awaited', retry: true })
    expect(await readdir(join(folder, 'questions'))).toEqual([`${id(41)}.json`])
    expect(JSON.parse(await readFile(join(folder, 'questions', `${id(41)}.json`), 'utf8'))).toEqual({
      who: platform.mother.id,
    })
    await mkdir(join(folder, 'answers'), { recursive: true })
    const part = join(folder, 'answers', `${id(41)}.part`)
    await writeFile(part, '{"total":3}')
    await rename(part, join(folder, 'answers', `${id(41)}.json`))
    // On a busy machine the first look may still be ending.
    await expect.poll(async () => (await ask(41)).ok, { timeout: 10_000 }).toBe(true)
    expect(await ask(41)).toMatchObject({ ok: true, body: { lowest: money('3') } })
    await expect(access(part)).rejects.toThrow()
  })
})
