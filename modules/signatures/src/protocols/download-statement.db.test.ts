import { person } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { checkSignedFile } from '../check-signed-file.ts'
import { signByPasskey } from '../contract/index.ts'
import { asem, nobody, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared, words } from '../statement.fixture.ts'
import { downloadSignatureHandler, downloadStatementHandler } from './download-statement.ts'

const platform = await signaturesPlatform()
const signer = person({ id: asem })

async function get(handler: typeof downloadStatementHandler, statement: string, who = signer) {
  const url = new URL('https://services.example/signatures/statements/x/statement.txt')
  const request = { method: 'GET', url, params: { statement }, cookies: {}, headers: {}, body: new Uint8Array() }
  const reply = await handler.respond(request, platform.context(who))
  return isRefused(reply) ? reply.code : (reply.body as Uint8Array)
}

it('gives exactly the bytes that are signed, and the signature beside them', async () => {
  const { statement, digest } = await prepared(platform, signer)
  const content = await get(downloadStatementHandler, statement)
  expect(Buffer.from(content as Uint8Array).toString('utf8')).toBe(words)
  const missing = 'signatures.statement-not-found'
  expect(await get(downloadSignatureHandler, statement)).toBe(missing)
  const revocations = 'https://services.example/signatures/revoked.crl'
  await platform.run(signByPasskey, { statement, response: { signed: digest }, revocations }, signer)
  const file = (await get(downloadSignatureHandler, statement)) as Uint8Array
  const check = await checkSignedFile(platform.context(), { file, content: content as Uint8Array })
  expect(check.signatures).toMatchObject([{ verdict: 'valid', level: 'advanced' }])
  for (const handler of [downloadStatementHandler, downloadSignatureHandler])
    expect(await get(handler, statement, person({ id: nobody }))).toBe(missing)
})
