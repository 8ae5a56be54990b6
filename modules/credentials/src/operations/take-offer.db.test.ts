import { expect, it } from 'vitest'
import { makeOffer, takeOffer } from '../contract/index.ts'
import { credentialsPlatform, mother, registry } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('lets one of two have it that take it at once', async () => {
  const organisation = 'civil-registry'
  const document = await platform.issue()
  const { link, number } = await platform.needed(makeOffer, { organisation, document, person: mother.id }, mother)
  const code = decodeURIComponent(link).split('/').at(-1) ?? ''
  const take = () => platform.needed(takeOffer, { organisation, code, number }, registry)
  const both = await Promise.all([take(), take()])
  expect(both.filter(({ taken }) => taken).length).toBe(1)
})
