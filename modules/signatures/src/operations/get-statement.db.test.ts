import { person } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { getStatement } from '../contract/index.ts'
import { asem, nobody, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared, words } from '../statement.fixture.ts'

const platform = await signaturesPlatform()
const signer = person({ id: asem })

it('shows the signer what they sign, and nobody else, for a day', async () => {
  const { statement } = await prepared(platform, signer)
  expect(await platform.run(getStatement, { statement }, signer)).toMatchObject({
    text: words,
    needed: 'advanced',
    signed: null,
    programs: ['ncalayer'],
  })
  const missing = { code: 'signatures.statement-not-found', pointer: '/statement' }
  expect(await platform.run(getStatement, { statement }, person({ id: nobody }))).toMatchObject(missing)
  platform.clock.advance({ days: 2 })
  expect(await platform.run(getStatement, { statement }, signer)).toMatchObject(missing)
})
