import type { ProtocolContext } from '@tereze/foundation-operations'
import { official } from '@tereze/foundation-testing'
import { type Actor, anonymous, isRefused, type ProtocolRequest } from '@tereze/operation'
import { checkSignedFile } from '@tereze/signatures'
import { describe, expect, it } from 'vitest'
import { documentsPlatform, mother, stranger } from '../platform.fixture.ts'
import { listSealKeysHandler } from './list-seal-keys.ts'
import { showDocumentHandler } from './show-document.ts'

const platform = await documentsPlatform()

function contextOf(actor: Actor): ProtocolContext {
  return {
    ...platform.runner.surroundings(actor, 'correlation', null),
    origin: 'https://services.example',
    call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? actor),
  }
}

function request(params: Record<string, string>): ProtocolRequest {
  return {
    method: 'GET',
    url: new URL('https://services.example/'),
    params,
    headers: {},
    cookies: {},
    body: new Uint8Array(),
  }
}

async function show(document: string, actor: Actor): Promise<string> {
  const reply = await showDocumentHandler.respond(request({ document }), contextOf(actor))
  if (isRefused(reply)) return reply.code
  const pdf = Buffer.from(reply.body as Uint8Array).toString('latin1')
  return `%PDF ${/\/Title \(([^)]*)\)/.exec(pdf)?.[1]}`
}

describe('show-document', () => {
  it('draws at the first look and gives the kept picture afterwards', async () => {
    const { document, reference } = await platform.issue()
    expect(await show(document, mother)).toBe(`%PDF ${reference}`)
    expect(await show(document, mother)).toBe(`%PDF ${reference}`)
    expect(platform.drawn.length).toBe(1)
    expect(platform.drawn[0]).toMatchObject({
      verifyUrl: `https://services.example/verify/${reference}`,
      date: '2026-03-02',
      languages: ['kk', 'ru'],
      organisation: { kk: 'Тіркеу' },
    })
    expect(platform.drawn[0]?.key).toMatch(/^ES256 · \S{43}$/)
    expect(platform.drawn[0]?.certificate.en).toMatch(/^File signed with certificate [0-9a-f]+ · valid until /)
  })

  it('shows it to an official of the issuer and to the person behind a representative', async () => {
    const { document, reference } = await platform.issue({ key: 'second' })
    expect(await show(document, official({ organisation: 'civil-registry' }))).toBe(`%PDF ${reference}`)
    expect(await show(document, { ...stranger, onBehalfOf: mother.id })).toBe(`%PDF ${reference}`)
  })

  it('is not found by anyone else', async () => {
    const { document } = await platform.issue({ key: 'third' })
    for (const actor of [stranger, official({ organisation: 'health' }), anonymous()]) {
      expect(await show(document, actor)).toBe('documents.document-not-found')
    }
    expect(await show('../../etc/passwd', mother)).toBe('documents.document-not-found')
  })
})

it('is sealed by its issuer, as anyone who has the file can check', async () => {
  const { document } = await platform.issue({ key: 'sealed' })
  const reply = await showDocumentHandler.respond(request({ document }), contextOf(mother))
  if (isRefused(reply)) throw new Error(reply.code)
  const file = reply.body as Uint8Array
  const check = async (bytes: Uint8Array) => {
    const found = await checkSignedFile(contextOf(anonymous()), { file: bytes, content: null })
    return found.signatures[0]
  }
  expect(await check(file)).toMatchObject({
    verdict: 'valid',
    fault: null,
    level: 'advanced',
    covers: 'whole',
    signer: { name: 'Тіркеу', organisation: 'Civil Registry' },
    revocation: { status: 'good', by: 'list' },
  })
  expect(await check(Buffer.concat([file, Buffer.from('1 0 obj\n<< >>\nendobj\n')]))).toMatchObject({
    covers: 'earlier-version',
  })
  // The seal's certificate lasts a year; the time-stamp says that it signed within it.
  const signedAt = platform.clock.now().toISOString()
  platform.clock.advance({ days: 800 })
  expect(await check(file)).toMatchObject({ verdict: 'valid', provenAt: signedAt })
  expect(await check(Buffer.from(file).fill(0x20, 20, 21))).toMatchObject({
    verdict: 'invalid',
    fault: 'content-changed',
  })
})

describe('list-seal-keys', () => {
  it('gives a JWK set', async () => {
    const reply = await listSealKeysHandler.respond(request({ organisation: 'civil-registry' }), contextOf(anonymous()))
    if (isRefused(reply)) throw new Error(reply.code)
    expect(reply.headers['content-type']).toBe('application/jwk-set+json')
    expect(JSON.parse(String(reply.body)).keys.length).toBe(1)
  })
})
