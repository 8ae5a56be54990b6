import { expect, it } from 'vitest'
import { listPresentationKinds } from '../contract/index.ts'
import { credentialsPlatform, kind, nurse } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('lists what packages of the organisation declare, with the names of the claims', async () => {
  expect(await platform.run(listPresentationKinds, { organisation: 'health' }, nurse)).toEqual({
    items: [
      expect.objectContaining({
        kind,
        credential: expect.objectContaining({ en: 'Certificate' }),
        claims: [expect.objectContaining({ en: 'Given name' }), expect.objectContaining({ en: 'Number' })],
      }),
    ],
  })
  expect(await platform.run(listPresentationKinds, { organisation: 'civil-registry' }, nurse)).toEqual({ items: [] })
})
