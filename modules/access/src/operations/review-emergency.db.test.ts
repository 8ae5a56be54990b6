import { expect, test } from 'vitest'
import { accessPlatform, rescuer, reviewer } from '../access-platform.fixture.ts'
import { reviewEmergency } from '../contract/index.ts'

const platform = await accessPlatform()

test('an emergency that there is not cannot be reviewed, and only the security officer reviews', async () => {
  const emergency = 'emergency_01960000-0000-7000-8000-000000000009'
  const input = { organisation: 'social-protection', emergency, justified: true, remark: 'Seen' }
  expect(await platform.run(reviewEmergency, input, reviewer)).toMatchObject({ code: 'access.emergency-not-found' })
  expect(await platform.run(reviewEmergency, input, rescuer)).toMatchObject({ code: 'operations.permission-missing' })
})
