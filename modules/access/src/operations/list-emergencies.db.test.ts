import { expect, test } from 'vitest'
import { accessPlatform, reviewer } from '../access-platform.fixture.ts'
import { listEmergencies } from '../contract/index.ts'

const platform = await accessPlatform()

test('an organisation without emergencies has none, and nobody sees those of another', async () => {
  expect(await platform.run(listEmergencies, { organisation: 'social-protection' }, reviewer)).toEqual({
    items: [],
    next: null,
  })
  expect(await platform.run(listEmergencies, { organisation: 'health' }, reviewer)).toMatchObject({
    code: 'operations.permission-missing',
  })
})
