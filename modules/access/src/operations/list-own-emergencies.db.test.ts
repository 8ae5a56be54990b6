import { expect, test } from 'vitest'
import { accessPlatform, rescuer } from '../access-platform.fixture.ts'
import { listOwnEmergencies } from '../contract/index.ts'

const platform = await accessPlatform()

test('an official without emergencies has none', async () => {
  expect(await platform.run(listOwnEmergencies, { organisation: 'social-protection' }, rescuer)).toEqual({
    items: [],
    next: null,
  })
})
