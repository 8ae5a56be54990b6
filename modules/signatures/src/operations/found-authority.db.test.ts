import { signatures as library } from '@tereze/foundation-signatures'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { foundAuthority } from '../contract/index.ts'
import { platformOf, sealsPlatform } from '../seals.fixture.ts'

const platform = await sealsPlatform()

it('makes one authority, for ten years, and gives it from then on', async () => {
  const [first, second] = [
    await platform.run(foundAuthority, {}, platformOf('platform')),
    await platform.run(foundAuthority, {}, platformOf('platform')),
  ]
  if (isRefused(first)) throw new Error(first.code)
  expect(second).toEqual(first)
  const { readCertificate } = await library()
  expect(readCertificate(first.certificate)).toMatchObject({
    isAuthority: true,
    subject: [{ type: '2.5.4.3', value: 'Tereze Seals' }],
    until: new Date(first.until),
    unknownCritical: [],
  })
})
