import type { ProtocolContext } from '@tereze/foundation-operations'
import { official } from '@tereze/foundation-testing'
import { type Actor, anonymous, isRefused, type ProtocolRequest } from '@tereze/operation'
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
  return isRefused(reply) ? reply.code : Buffer.from(reply.body as Uint8Array).toString()
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

describe('list-seal-keys', () => {
  it('gives a JWK set', async () => {
    const reply = await listSealKeysHandler.respond(request({ organisation: 'civil-registry' }), contextOf(anonymous()))
    if (isRefused(reply)) throw new Error(reply.code)
    expect(reply.headers['content-type']).toBe('application/jwk-set+json')
    expect(JSON.parse(String(reply.body)).keys.length).toBe(1)
  })
})
