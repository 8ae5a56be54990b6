import { signatures as library } from '@tereze/foundation-signatures'
import { person } from '@tereze/foundation-testing'
import { isRefused, systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { checkSignedFile } from '../check-signed-file.ts'
import { findSigned, revokeOwnKey, signByPasskey } from '../contract/index.ts'
import { asem, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared, words } from '../statement.fixture.ts'

const platform = await signaturesPlatform()
const signer = person({ id: asem })
const revocations = 'https://services.example/signatures/revoked.crl'

async function sign() {
  const { statement, digest } = await prepared(platform, signer)
  const signed = await platform.run(signByPasskey, { statement, response: { signed: digest }, revocations }, signer)
  const found = await platform.run(findSigned, { statement }, systemActor('cases', 'platform'))
  if (isRefused(signed) || isRefused(found)) throw new Error('it is signed')
  return { serial: signed.serial, file: Buffer.from(found.signature, 'base64') }
}
async function publicKeyIn(file: Uint8Array) {
  const { readSignatures } = await library()
  const read = readSignatures(file, Buffer.from(words))
  const key = read.kind === 'signed' ? read.signatures[0]?.certificate?.publicKey : undefined
  return Buffer.from(key ?? []).toString('base64')
}

it('revokes once; what was signed before stays good by its time-stamp, what is signed after has another key', async () => {
  expect(await platform.run(revokeOwnKey, {}, signer)).toMatchObject({ code: 'signatures.own-key-missing' })
  const before = await sign()
  platform.clock.advance({ minutes: 5 })
  expect(await platform.run(revokeOwnKey, {}, signer)).toEqual({
    serial: before.serial,
    revokedAt: platform.clock.now().toISOString(),
  })
  expect(await platform.run(revokeOwnKey, {}, signer)).toMatchObject({ code: 'signatures.own-key-missing' })
  platform.clock.advance({ minutes: 5 })
  const after = await sign()
  expect(after.serial).not.toBe(before.serial)
  expect(await publicKeyIn(after.file)).not.toBe(await publicKeyIn(before.file))
  for (const { file } of [before, after]) {
    const { signatures } = await checkSignedFile(platform.context(), { file, content: Buffer.from(words) })
    expect(signatures).toMatchObject([{ verdict: 'valid' }])
  }
})
