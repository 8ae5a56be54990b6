import { person } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { askPasskey } from '../contract/index.ts'
import { asem, nobody, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared } from '../statement.fixture.ts'

const platform = await signaturesPlatform()

it('shows the authenticator the digest of what is signed; who has no passkey is offered none', async () => {
  const signer = person({ id: asem })
  const { statement, digest } = await prepared(platform, signer)
  expect(await platform.run(askPasskey, { statement }, signer)).toEqual({ options: { challenge: digest } })
  const without = person({ id: nobody })
  expect(await platform.run(askPasskey, { statement }, without)).toMatchObject({
    code: 'signatures.statement-not-found',
  })
  const own = await prepared(platform, without)
  expect(await platform.run(askPasskey, { statement: own.statement }, without)).toEqual({ options: null })
})
