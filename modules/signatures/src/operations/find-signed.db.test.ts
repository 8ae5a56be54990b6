import { person } from '@tereze/foundation-testing'
import { isRefused, systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { findSigned, signByPasskey } from '../contract/index.ts'
import { asem, firm, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared } from '../statement.fixture.ts'

const platform = await signaturesPlatform()

it('tells for whom it was signed, long after, and nothing of what is not signed', async () => {
  const director = person({ id: asem, onBehalfOf: firm })
  const { statement, digest } = await prepared(platform, director)
  const find = () => platform.run(findSigned, { statement }, systemActor('cases', 'platform'))
  expect(await find()).toMatchObject({ code: 'signatures.statement-not-found', pointer: '/statement' })
  const revocations = 'https://services.example/signatures/revoked.crl'
  const signed = await platform.run(signByPasskey, { statement, response: { signed: digest }, revocations }, director)
  expect(isRefused(signed)).toBe(false)
  platform.clock.advance({ days: 400 })
  expect(await find()).toMatchObject({ account: asem, actingFor: firm, signed: { kind: 'advanced' } })
})
