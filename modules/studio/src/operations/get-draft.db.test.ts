import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { getDraft } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, look } = await studioPlatform()

it('gives a draft with its files; who observes may not write', async () => {
  const draft = await begin()
  expect(await look(draft)).toMatchObject({ mayWrite: true, here: [] })
  expect(await look(draft, official({ organisation, roles: ['observer'] }))).toMatchObject({ mayWrite: false })
  expect(await platform.run(getDraft, { organisation: 'health', draft }, sara)).toMatchObject({
    code: 'studio.draft-not-found',
    pointer: '/draft',
  })
})
