import { official, person } from '@tereze/foundation-testing'
import { isRefused, systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { checkSignedFile } from '../check-signed-file.ts'
import { findSigned, revokeSeal, signByPasskey } from '../contract/index.ts'
import { asem, nobody, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared, words } from '../statement.fixture.ts'

const platform = await signaturesPlatform()
const signer = person({ id: asem })
const revocations = 'https://services.example/signatures/revoked.crl'
const sign = (statement: string, signed: string, actor: Parameters<typeof platform.run>[2] = signer) =>
  platform.run(signByPasskey, { statement, response: { signed }, revocations }, actor)
const system = systemActor('cases', 'platform')

it('makes a signature that anybody can check, with the holder’s number and a time-stamp', async () => {
  const { statement, digest } = await prepared(platform, signer)
  expect(await sign(statement, digest)).toMatchObject({ kind: 'advanced', way: 'passkey', signer: 'Әсем Үлгібаева' })
  const found = await platform.run(findSigned, { statement }, system)
  if (isRefused(found)) throw new Error(found.code)
  expect(found).toMatchObject({ account: asem, actingFor: null, text: words })
  const file = Buffer.from(found.signature, 'base64')
  const check = await checkSignedFile(platform.context(), { file, content: Buffer.from(words) })
  expect(check.signatures).toMatchObject([
    {
      verdict: 'valid',
      level: 'advanced',
      signer: { name: 'Әсем Үлгібаева' },
      numbers: [{ kind: 'person-number', value: 'DM-2345-6789-A' }],
      provenAt: platform.clock.now().toISOString(),
    },
  ])
  const other = await checkSignedFile(platform.context(), { file, content: Buffer.from(`${words} `) })
  expect(other.signatures).toMatchObject([{ fault: 'content-changed' }])
  expect(await sign(statement, digest)).toMatchObject({ code: 'signatures.statement-signed' })
  const next = await prepared(platform, signer, { text: 'Another' })
  const again = await sign(next.statement, next.digest)
  expect(again).toMatchObject({ serial: isRefused(again) ? '' : found.signed.serial })
})

it('is no qualified signature, and nobody’s but that of who confirmed it', async () => {
  const strict = await prepared(platform, signer, { needed: 'qualified' })
  expect(await sign(strict.statement, strict.digest)).toMatchObject({
    code: 'signatures.passkey-too-weak',
    params: { needed: 'qualified', given: 'advanced' },
  })
  const { statement, digest } = await prepared(platform, signer)
  expect(await sign(statement, 'of something else')).toMatchObject({ code: 'signatures.confirmation-unfit' })
  expect(await sign(statement, digest, person({ id: nobody }))).toMatchObject({
    code: 'signatures.statement-not-found',
  })
  const unknown = person({ id: nobody })
  const own = await prepared(platform, unknown)
  expect(await sign(own.statement, own.digest, unknown)).toMatchObject({ code: 'signatures.authority-missing' })
  expect(await platform.run(findSigned, { statement }, system)).toMatchObject({
    code: 'signatures.statement-not-found',
  })
})

it('lets an official do what has to be signed: once, and exactly what was signed', async () => {
  const officer = official({ organisation: 'health', roles: ['integrator'] })
  const input = { organisation: 'health', serial: 'abcd', reason: 'The key was lost' }
  const revoke = (signature?: string, wanted = input, actor: typeof officer = officer) =>
    platform.runner.run({ operation: revokeSeal.name, input: wanted, actor, signature })
  expect(await revoke()).toMatchObject({ code: 'operations.signature-needed', params: { needed: 'advanced' } })
  const act = { operation: revokeSeal.name, input }
  const text = `signatures.revoke-seal\n{"organisation":"health","reason":"The key was lost","serial":"abcd"}\n`
  const { statement, digest } = await prepared(platform, officer, { act, text })
  expect(await revoke(statement)).toMatchObject({ code: 'operations.signature-needed' })
  await sign(statement, digest, officer)
  expect(await revoke(statement, { ...input, serial: 'abce' })).toMatchObject({ code: 'operations.signature-other' })
  const colleague = official({
    organisation: 'health',
    roles: ['integrator'],
    id: 'official_01960000-0000-7000-8000-000000000007',
  })
  expect(await revoke(statement, input, colleague)).toMatchObject({ code: 'operations.signature-other' })
  // It goes as far as the operation itself: there is no such seal.
  expect(await revoke(statement)).toMatchObject({ code: 'signatures.seal-not-found' })
})
