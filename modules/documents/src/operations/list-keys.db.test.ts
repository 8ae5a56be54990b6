import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listKeys } from '../contract/index.ts'
import { documentsPlatform, mother } from '../platform.fixture.ts'

const platform = await documentsPlatform()

it('gives public keys of one organisation and nothing private', async () => {
  await platform.issue()
  const found = await platform.run(listKeys, { organisation: 'civil-registry' }, mother)
  if (isRefused(found)) throw new Error(found.code)
  expect(found.keys).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256' }])
  expect(found.keys[0]).not.toHaveProperty('d')
  expect(await platform.run(listKeys, { organisation: 'health' }, mother)).toEqual({ keys: [] })
})
