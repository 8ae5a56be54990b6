import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listPackages } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara } = await studioPlatform()

it('lists what an organisation has published, and nothing of others', async () => {
  const found = await platform.run(listPackages, { organisation }, sara)
  if (isRefused(found)) throw new Error(found.code)
  expect(found.items).toContainEqual(
    expect.objectContaining({
      kind: 'service',
      package: 'one-time-birth-benefit',
      title: expect.objectContaining({ en: 'One-time birth benefit' }),
    }),
  )
  expect(found.items.map(one => one.package)).not.toContain('birth-certificate')
})
