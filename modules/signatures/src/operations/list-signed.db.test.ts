import { person } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listSigned, signByPasskey } from '../contract/index.ts'
import { asem, firm, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared } from '../statement.fixture.ts'

const platform = await signaturesPlatform()
const signer = person({ id: asem })
const revocations = 'https://services.example/signatures/revoked.crl'

it('lists what the caller signed and nothing else', async () => {
  expect(await platform.run(listSigned, {}, signer)).toEqual({ items: [], key: null })
  await prepared(platform, signer)
  const { statement, digest } = await prepared(platform, signer)
  const signed = await platform.run(signByPasskey, { statement, response: { signed: digest }, revocations }, signer)
  if (isRefused(signed)) throw new Error(signed.code)
  expect(await platform.run(listSigned, {}, signer)).toMatchObject({
    items: [{ statement, title: { en: 'Application' }, signed: { kind: 'advanced' } }],
    key: { serial: signed.serial },
  })
  expect(await platform.run(listSigned, {}, person({ id: firm }))).toEqual({ items: [], key: null })
})
