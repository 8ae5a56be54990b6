import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ExchangeReply,
  type FileManifest,
  fileType,
  listFiles,
  listOutsideCalls,
  type Question,
  revokeAccess,
} from './contract/index.ts'
import { type Installation, introduce, startInstallation } from './installation.fixture.ts'
import { clientTokenType } from './rules/client-token.ts'
import { declaredGrantId } from './rules/decide-access.ts'

/** The tax agency runs on one installation, the health office on another; a firm stands in the register of the first. */
let taxes: Installation
let health: Installation
let firm: string
const contract = 'tax-agency.organisation-extract@1'
const access = { consumer: 'health', purpose: 'pharmacy-licence', ground: 'act:health/23', until: '2030-12-31' }

/** The own system of the tax agency, which has long files. */
const long = Buffer.alloc(9_500_000, '%PDF-1.7 extract ')
let answer: (response: ServerResponse, url: string, range: string) => void = response => response.end()
const server = createServer((request, response) =>
  answer(response, request.url ?? '', String(request.headers.range ?? '')),
)
let system = ''

beforeAll(async () => {
  taxes = await startInstallation()
  health = await startInstallation()
  await introduce(health, taxes, 'tax-installation', ['tax-agency'])
  await introduce(taxes, health, 'health-installation', ['health'])
  const name = { en: 'Almond Pharmacy', ru: 'Аптека «Миндаль»', kk: '«Бадам» дәріханасы' }
  const data = { identifier: 'DMO-1234', name, kind: 'company', region: 'north', registeredOn: '2021-05-04' }
  firm = await taxes.add('tax-agency', 'organisations', data)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  taxes.privateHosts.push(host)
  system = `http://${host}/extracts`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await taxes.close()
  await health.close()
})

const question = (number: number, more: Partial<Question> = {}): Question => ({
  id: `01960000-0000-7000-8000-0000000a${String(number).padStart(4, '0')}`,
  contract,
  consumer: 'health',
  purpose: 'pharmacy-licence',
  ground: 'act:health/23.1',
  subjects: [],
  case: 'case_1',
  body: { organisation: firm },
  ...more,
})
/** Lets both sides do what is due. */
async function turn(times = 3): Promise<void> {
  for (let count = 0; count < times; count++)
    for (const installation of [taxes, health]) {
      await installation.settle()
      installation.clock.advance({ seconds: 20 })
    }
}
async function files(of: Installation, organisation: string) {
  const found = await of.run(
    listFiles,
    { organisation },
    official({ organisation, roles: ['integrator', 'registrar'] }),
  )
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}
const blobs = async (of: Installation) =>
  (await readdir(of.filesFolder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).length

describe('an answer with a file to another installation', () => {
  it('is awaited until the file came, named in it with its digest; the same question gives the same file', async () => {
    expect(await health.ask(question(1))).toMatchObject({ code: 'exchange.file-awaited', retry: true })
    await turn()
    const answered = await health.ask(question(1))
    const file = { name: 'extract-DMO-1234.pdf', mediaType: 'application/pdf' }
    expect(answered).toMatchObject({ ok: true, body: { identifier: 'DMO-1234' }, files: [file] })
    expect(await health.ask(question(1))).toMatchObject({ files: [file] })
    const about = { ...file, message: question(1).id, answer: true, purpose: 'pharmacy-licence' }
    expect(await files(health, 'health')).toMatchObject([
      { ...about, direction: 'received', state: 'ready', peer: 'tax-agency' },
    ])
    expect(await files(taxes, 'tax-agency')).toMatchObject([
      { ...about, direction: 'sent', state: 'delivered', peer: 'health' },
    ])
    expect([await blobs(taxes), await blobs(health)]).toEqual([1, 1])
  })

  it('is opened by an official of the asker, with its content as it was set', async () => {
    const [{ file = '' } = {}] = await files(health, 'health')
    const url = `${health.origin}/exchange/v1/files/health/${file}`
    const pair = await newSigningPair()
    await health.register('health', 'clinic-system', pair.publicJwk as Record<string, unknown>)
    const exp = Math.floor(health.clock.now().getTime() / 1000) + 200
    const claims = { iss: 'health', aud: 'http://tests.localhost', exp }
    const token = await (await signerOf(pair.privateJwk)).sign(JSON.stringify(claims), clientTokenType)
    const got = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
    const text = await got.text()
    expect([got.status, text.includes('«Бадам» дәріханасы'), text.includes('серіктестік')]).toEqual([200, true, true])
  })

  it('takes no file that no answer names, nor another one than it names', async () => {
    const [given] = await files(taxes, 'tax-agency')
    const pair = await newSigningPair()
    await health.register('tax-agency', 'liar', pair.publicJwk as Record<string, unknown>)
    const liar = await signerOf(pair.privateJwk)
    const announce = async (more: Partial<FileManifest>) => {
      const { file = '', name = '', mediaType = '', size = 0, sha256 = '' } = given ?? {}
      const manifest = {
        ...{ file, name, mediaType, size, sha256, partSize: 8_388_608, parts: ['a'.repeat(43)], contract },
        ...{ consumer: 'tax-agency', system: 'liar', provider: 'health', purpose: 'pharmacy-licence' },
        ...{ answers: question(1).id, time: health.clock.now().toISOString() },
        ...more,
      }
      const jws = await liar.sign(JSON.stringify(manifest), fileType)
      const sent = await fetch(`${health.origin}/exchange/v1/files`, { method: 'POST', body: jws })
      return ((await sent.json()) as { code?: string; state?: string }).code
    }
    const file = '01960000-0000-7000-8000-00000000ffff'
    expect(await announce({ file })).toBe('exchange.file-not-found')
    expect(await announce({ sha256: '0'.repeat(64) })).toBe('exchange.file-id-reused')
    expect(await announce({ file, answers: question(9).id })).toBe('exchange.answer-unknown')
    expect(await announce({ file, purpose: 'curiosity' })).toBe('exchange.answer-unknown')
    expect(await announce({ file, size: 3_000_000 })).toBe('exchange.file-too-large')
    expect(await announce({ file, mediaType: 'text/csv' })).toBe('exchange.file-type-not-taken')
    expect(await announce({ file, contract: 'civil-registry.person@1' })).toBe('exchange.contract-not-found')
    expect(await announce({ file, consumer: 'civil-registry' })).toBe('exchange.signature-invalid')
  })

  it('is kept as long as the contract says, and after that the answer tells that it is gone', async () => {
    for (const installation of [taxes, health]) installation.clock.advance({ days: 31 })
    await turn(1)
    expect([await blobs(taxes), await blobs(health)]).toEqual([0, 0])
    expect(await health.ask(question(1))).toMatchObject({ code: 'exchange.file-expired', retry: false })
  })
})

/** Both sides on one installation. */
let here: Installation
let school: string
beforeAll(async () => {
  here = await startInstallation()
  const name = { en: 'A', ru: 'А', kk: 'Ә' }
  const data = { identifier: 'DMO-5678', name, kind: 'school', region: 'south', registeredOn: '2020-01-01' }
  school = await here.add('tax-agency', 'organisations', data)
})
afterAll(() => here.close())

it('within one installation the parts of an answer’s file are shared', async () => {
  const asked = { ...question(4), body: { organisation: school } }
  expect(await here.ask(asked)).toMatchObject({ code: 'exchange.file-awaited' })
  for (let count = 0; count < 3; count++) {
    await here.settle()
    here.clock.advance({ seconds: 20 })
  }
  expect(await here.ask(asked)).toMatchObject({ ok: true, files: [{ name: 'extract-DMO-5678.pdf' }] })
  expect(await blobs(here)).toBe(1)
})

describe('an answer with a file to the own system of a member', () => {
  it('names it, and the system comes for it while its access stands; nobody else', async () => {
    const pair = await newSigningPair()
    const signer = await signerOf(pair.privateJwk)
    await here.register('health', 'clinic-system', pair.publicJwk as Record<string, unknown>)
    const message = {
      ...{ id: question(2).id, contract, consumer: 'health', system: 'clinic-system', provider: 'tax-agency' },
      ...{ purpose: 'pharmacy-licence', time: here.clock.now().toISOString(), body: { organisation: school } },
    }
    const body = await signer.sign(JSON.stringify(message), 'tereze-message+jws')
    const answered = await fetch(`${here.origin}/exchange/v1/messages`, { method: 'POST', body })
    const payload = (await answered.text()).split('.')[1] ?? ''
    const reply = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as ExchangeReply
    expect(reply.files).toMatchObject([{ name: 'extract-DMO-5678.pdf' }])
    await here.settle()
    expect((await files(here, 'health')).some(({ message: of }) => of === message.id)).toBe(false)
    const url = `${here.origin}/exchange/v1/files/tax-agency/${reply.files?.[0]?.file}`
    const get = async (iss: string, by = signer) => {
      const exp = Math.floor(here.clock.now().getTime() / 1000) + 200
      const token = await by.sign(JSON.stringify({ iss, aud: 'http://tests.localhost', exp }), clientTokenType)
      return fetch(url, { headers: { authorization: `Bearer ${token}` } })
    }
    const got = Buffer.from(await (await get('health')).arrayBuffer())
    expect(createHash('sha256').update(got).digest('hex')).toBe(reply.files?.[0]?.sha256)
    expect((await get('education')).status).toBe(401)
    const other = await newSigningPair()
    await here.register('education', 'school-system', other.publicJwk as Record<string, unknown>)
    expect((await get('education', await signerOf(other.privateJwk))).status).toBe(404)
    const grant = declaredGrantId(contract, access)
    const taken = await here.run(
      revokeAccess,
      { organisation: 'tax-agency', access: grant, reason: 'the term of the agreement is over' },
      official({ organisation: 'tax-agency', roles: ['integrator'] }),
    )
    expect(taken).not.toHaveProperty('code')
    expect((await get('health')).status).toBe(403)
  })
})

describe('files of the provider’s own system', () => {
  const serve = (files: unknown) => {
    const declared = taxes.packages.get('contract', 'tax-agency.organisation-extract').json.get('contract.json') ?? {}
    const from = { kind: 'rest', method: 'GET', url: system }
    const made = { organisation: '= request.organisation', identifier: '= outside.number' }
    const answerFiles = { mediaTypes: ['application/pdf'], size: 10_000_000, count: 1, keep: 'P30D', files }
    for (const installation of [taxes, health]) {
      const there = installation.packages.get('contract', 'tax-agency.organisation-extract').json.get('contract.json')
      Object.assign(there ?? {}, { answerFiles })
    }
    Object.assign(declared, { serves: { from, answer: made } })
  }
  const problem = async () => {
    const organisation = 'tax-agency'
    const listed = await taxes.run(
      listOutsideCalls,
      { organisation },
      official({ organisation, roles: ['integrator'] }),
    )
    return isRefused(listed) ? null : { reason: listed.items[0]?.reason, detail: listed.items[0]?.detail }
  }
  const extract = { name: 'extract.pdf', mediaType: 'application/pdf' }

  it('are fetched from it in ranges, and go over part by part', async () => {
    serve([{ ...extract, path: '= outside.file' }])
    const ranges: string[] = []
    answer = (response, url, range) => {
      if (url === '/extracts') return response.end(JSON.stringify({ number: 'DMO-1234', file: '/files/7' }))
      ranges.push(range)
      const [first = 0, last = 0] = range.replace('bytes=', '').split('-').map(Number)
      const body = long.subarray(first, last + 1)
      const headers = { 'content-range': `bytes ${first}-${first + body.length - 1}/${long.length}` }
      return response.writeHead(206, headers).end(body)
    }
    expect(await health.ask(question(3))).toMatchObject({ code: 'exchange.file-awaited' })
    await turn()
    const answered = await health.ask(question(3))
    const sha256 = createHash('sha256').update(long).digest('hex')
    expect(answered).toMatchObject({ ok: true, files: [{ ...extract, size: long.length, sha256 }] })
    expect(ranges).toHaveLength(3)
    expect(await blobs(health)).toBe(2)
  })

  it('are not let through when they are too large, of another type, elsewhere, or not there; the question is asked anew', async () => {
    const cases: [unknown, (response: ServerResponse) => void, object][] = [
      [[{ ...extract, path: '/f' }], response => response.writeHead(404).end(), { reason: 'status', detail: '404' }],
      [[{ ...extract, path: '/f' }], response => response.end('a,b\n'), { detail: 'extract.pdf type-differs' }],
      [[{ ...extract, path: '/f' }], response => response.end(Buffer.alloc(5_000_000)), { reason: 'too-large' }],
      [[{ ...extract, path: 'https://elsewhere.example/f' }], response => response.end(), { reason: 'answer-wrong' }],
      [[{ ...extract, mediaType: 'text/html', text: 'x' }], response => response.end(), { reason: 'answer-wrong' }],
      ['= outside.number', response => response.end(), { reason: 'answer-wrong', detail: '/answerFiles/files' }],
    ]
    const before = await blobs(taxes)
    for (const [index, [wanted, give, expected]] of cases.entries()) {
      serve(wanted)
      answer = (response, url) =>
        url === '/extracts' ? response.end(JSON.stringify({ number: 'DMO-1234' })) : give(response)
      expect(await health.ask(question(10 + index)), String(index)).toMatchObject({ ok: false, retry: true })
      expect(await problem(), String(index)).toMatchObject(expected)
    }
    expect(await blobs(taxes)).toBe(before)
  })

  it('that are more than the asker’s contract allows are refused for good, and what was answered shows who lied', async () => {
    serve([{ ...extract, base64: Buffer.from('%PDF-1.7 small').toString('base64') }])
    answer = response => response.end(JSON.stringify({ number: 'DMO-1234' }))
    const there = health.packages.get('contract', 'tax-agency.organisation-extract').json.get('contract.json') ?? {}
    Object.assign(there, { answerFiles: { ...(there as { answerFiles: object }).answerFiles, size: 5 } })
    expect(await health.ask(question(20))).toMatchObject({ code: 'exchange.file-too-large', retry: false })
    await turn()
    expect((await files(health, 'health')).some(({ message }) => message === question(20).id)).toBe(false)
    const sent = (await files(taxes, 'tax-agency')).find(({ message }) => message === question(20).id)
    expect(sent).toMatchObject({ state: 'refused', reason: 'exchange.file-too-large' })
  })
})
