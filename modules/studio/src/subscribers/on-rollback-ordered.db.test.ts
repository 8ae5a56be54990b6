import { expect, it } from 'vitest'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, of, set, release, rollBack, versions } = await rollbacksPlatform()

it('refuses where another version came into use meanwhile, and the rollback says so', async () => {
  await release('9.0.0')
  await rollBack('9.0.0')
  await release('9.1.0')
  await platform.settle()
  expect(set.get('service', of.package).version).toBe('9.1.0')
  const [rollback] = (await versions()).rollbacks
  expect(rollback).toMatchObject({
    state: 'refused',
    problems: [{ code: 'studio.version-moved', message: { en: 'Another version is in use by now' } }],
  })
})
