import { expect, it } from 'vitest'
import { listPackageVersions } from '../contract/index.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, of, first, reason, sara, release, rollBack, versions } = await rollbacksPlatform()

it('tells which version is in use, which are kept for what runs, and who rolled back why', async () => {
  await release('9.0.0')
  const before = [
    { version: '9.0.0', use: 'in-use' },
    { version: first, use: 'earlier' },
  ]
  expect(await versions()).toMatchObject({ versions: before, rollbacks: [], mayRollBack: true })
  expect(await versions(sara)).toMatchObject({ mayRollBack: false })
  await rollBack('9.0.0')
  expect((await versions()).rollbacks).toMatchObject([{ state: 'ordered' }])
  await platform.settle()
  expect(await versions()).toMatchObject({
    versions: [
      { version: '9.0.0', use: 'withdrawn' },
      { version: first, use: 'in-use' },
    ],
    rollbacks: [{ from: '9.0.0', to: first, reason, state: 'done', reviewed: null, mayReview: false }],
  })
  expect(await platform.run(listPackageVersions, { ...of, package: 'none' }, sara)).toMatchObject({
    code: 'studio.package-not-found',
  })
})
