import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { listCertificates } from '../contract/index.ts'
import { exchangePlatform, ward } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()

// How certificates stand is tested where they come to be: issue-, import-, revoke-certificate.
it('lists nothing for a member without certificates', async () => {
  const integrator = official({ organisation: ward, roles: ['integrator'] })
  expect(await platform.run(listCertificates, { organisation: ward }, integrator)).toEqual({ items: [] })
})
