import { readX509 } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { makeAuthority } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const keeper = official({ organisation: 'platform', roles: ['integrator'] })

it('makes an authority once', async () => {
  const made = await platform.run(makeAuthority, {}, keeper)
  if (isRefused(made)) throw new Error(made.code)
  expect(readX509(made.certificate)).toMatchObject({ isAuthority: true, subject: 'O=platform, CN=Tereze exchange' })
  expect(await platform.run(makeAuthority, {}, keeper)).toEqual(made)
})
