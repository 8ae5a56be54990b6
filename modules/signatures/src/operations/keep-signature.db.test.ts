import { person } from '@tereze/foundation-testing'
import { systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { keepSignature } from '../contract/index.ts'
import { asem, nobody, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared } from '../statement.fixture.ts'

const platform = await signaturesPlatform()
const signed = {
  kind: 'qualified' as const,
  signer: 'Test Signer',
  numbers: [],
  authority: 'Test Authority',
  serial: 'ab',
  provenAt: null,
}

it('keeps one signature of a statement, of whose it is', async () => {
  const { statement } = await prepared(platform, person({ id: asem }))
  const keep = (account: string) =>
    platform.run(
      keepSignature,
      { statement, account, signature: 'AQID', signed },
      systemActor('signatures', 'platform'),
    )
  expect(await keep(nobody)).toMatchObject({ code: 'signatures.statement-not-found' })
  expect(await keep(asem)).toEqual({ ...signed, way: 'certificate', at: platform.clock.now().toISOString() })
  expect(await keep(asem)).toMatchObject({ code: 'signatures.statement-signed' })
})
