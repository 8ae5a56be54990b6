import { official } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { getLogState } from '../contract/index.ts'

const platform = await auditPlatform()

test('a log that has not begun is empty and has no key; one that has begun names its key', async () => {
  const ask = () => platform.run(getLogState, { organisation: 'health' }, official({ organisation: 'health' }))
  const origin = 'services.example/health/audit'
  expect(await ask()).toEqual({ origin, size: 0, keys: [], witnesses: [] })
  await platform.append(platform.newLine({ tenant: 'health' }))
  await platform.sealed(1)
  expect(await ask()).toMatchObject({ origin, size: 1, keys: [expect.stringMatching(`^${origin}\\+[0-9a-f]{8}\\+`)] })
})
