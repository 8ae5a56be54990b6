import { system } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { compareVersionsInUse } from '../contract/index.ts'

const cases = await casesPlatform()
const platform = system({ id: 'system:studio', organisation: benefits, roles: ['platform'] })

test('tells how the cases of each version went; a version without cases has none of everything', async () => {
  await cases.decided('refused')
  await cases.inReview()
  const version = cases.platform.packages.get('service', benefit).version
  const of = { organisation: benefits, service: benefit, versions: [version, '99.0.0'], since: '2020-01-01T00:00:00Z' }
  const { items } = done(await cases.run(compareVersionsInUse, of, platform))
  expect(items).toMatchObject([
    { version, cases: 2, decided: 1, refused: 1, faulty: 0, appealed: 0, rated: 0, rating: null },
    { version: '99.0.0', cases: 0, medianDays: null },
  ])
  const later = { ...of, since: '2090-01-01T00:00:00Z' }
  expect(done(await cases.run(compareVersionsInUse, later, platform)).items[0]).toMatchObject({ cases: 0 })
  expect(await cases.run(compareVersionsInUse, of, cases.official('worker'))).toMatchObject({
    code: 'operations.permission-missing',
  })
})
