import { expect, it } from 'vitest'
import { findOffer } from '../contract/index.ts'
import { credentialsPlatform, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('knows no offer by a code that nobody made (those that were made: make-offer)', async () => {
  expect(await platform.run(findOffer, { code: 'guessed' }, stranger)).toMatchObject({
    code: 'credentials.offer-ended',
    pointer: '/code',
  })
})
