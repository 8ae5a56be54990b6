import { run, sql } from '@tereze/foundation-database'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { testPlatform } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { installation, type PackageSource, ReleaseDamaged } from '../contract/index.ts'
import { rewritten, sourceOf } from '../demo-content.fixture.ts'
import { catalogue, loadPackages, publishPackages, watchReleases } from '../index.ts'

const keys = createKeys({ master: localMasterKey(new Uint8Array(32).fill(4)), now: () => new Date() })
const { database, runner } = await testPlatform({
  modules: [catalogue],
  migrations: [keysMigrations],
  bindings: [bind(keyring, keys), bind(installation, { environment: 'test', releaseKeys: null })],
})
const births = sourceOf('register', 'births')
const next = (version: string): PackageSource => ({
  ...rewritten(births, 'register.json', card => void Object.assign(card, { version })),
  version,
})
/** A node on the database: what it has in memory, and what it was told of. */
async function node() {
  const set = await loadPackages(database, keys)
  const failures: unknown[] = []
  const watch = watchReleases({ database, keys, set, every: 20, onFailure: error => void failures.push(error) })
  const publish = (source: PackageSource) =>
    runner.jobContext('publish').write('platform', context => publishPackages(context, [source], [], set))
  return { set, watch, publish, failures, newest: () => set.find('register', 'births')?.version }
}

it('another node that runs takes up what is published, by itself, and what was damaged it does not', async () => {
  const [here, there] = [await node(), await node()]
  there.watch.start()
  await here.publish(births)
  await expect.poll(there.newest).toBe(births.version)
  await here.publish(next('8.0.0'))
  expect(here.newest()).toBe('8.0.0')
  await expect.poll(there.newest).toBe('8.0.0')
  await there.watch.stop()

  await here.publish(next('8.1.0'))
  await runner
    .jobContext('test')
    .write('platform', ({ tx }) =>
      run(tx, sql`update catalogue.packages set files = files || '{"other.txt": ""}' where version = '8.1.0'`),
    )
  await here.publish(next('8.2.0'))
  expect(await there.watch.look()).toEqual(['register:births@8.2.0'])
  expect(there.newest()).toBe('8.2.0')
  expect(there.set.find('register', 'births', '8.1.0')).toBeNull()
  expect(there.failures).toEqual([expect.any(ReleaseDamaged)])
  expect(await there.watch.look()).toEqual([])
  expect(there.failures).toHaveLength(1)
})
