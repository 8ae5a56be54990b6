import { expect, test } from 'vitest'
import { accessPlatform, rescuer } from '../access-platform.fixture.ts'
import { endEmergency } from '../contract/index.ts'

const platform = await accessPlatform()

test('an emergency that there is not cannot be ended', async () => {
  const emergency = 'emergency_01960000-0000-7000-8000-000000000009'
  expect(await platform.run(endEmergency, { organisation: 'social-protection', emergency }, rescuer)).toMatchObject({
    code: 'access.emergency-not-found',
    pointer: '/emergency',
  })
})
