import type { ProtocolContext } from '@tereze/foundation-operations'
import { type Actor, anonymous, isRefused, type ProtocolRequest } from '@tereze/operation'
import { checkSignedFile } from '@tereze/signatures'
import { expect, it } from 'vitest'
import { documentsPlatform, mother, stranger } from '../platform.fixture.ts'
import { showDocumentHandler } from './show-document.ts'
import { showSignatureHandler } from './show-signature.ts'

const platform = await documentsPlatform()

function contextOf(actor: Actor): ProtocolContext {
  return {
    ...platform.runner.surroundings(actor, 'correlation', null),
    origin: 'https://services.example',
    call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? actor),
  }
}

function request(document: string): ProtocolRequest {
  const url = new URL('https://services.example/')
  return { method: 'GET', url, params: { document }, headers: {}, cookies: {}, body: new Uint8Array() }
}

it('gives the issuer’s signature of the very file that is shown, to those who may see it', async () => {
  const { document, reference } = await platform.issue()
  const signature = await showSignatureHandler.respond(request(document), contextOf(mother))
  const shown = await showDocumentHandler.respond(request(document), contextOf(mother))
  if (isRefused(signature) || isRefused(shown)) throw new Error('both are shown')
  expect(signature.headers['content-disposition']).toBe(`attachment; filename="certificate-${reference}.pdf.sig"`)
  const file = signature.body as Uint8Array
  const check = (content: Uint8Array) => checkSignedFile(contextOf(anonymous()), { file, content })
  expect(await check(shown.body as Uint8Array)).toMatchObject({
    signatures: [{ format: 'cms', verdict: 'valid', level: 'advanced', signer: { organisation: 'Civil Registry' } }],
  })
  expect(await check(Buffer.from('another file'))).toMatchObject({ signatures: [{ fault: 'content-changed' }] })
  for (const actor of [stranger, anonymous()])
    expect(await showSignatureHandler.respond(request(document), contextOf(actor))).toMatchObject({
      code: 'documents.document-not-found',
    })
})
