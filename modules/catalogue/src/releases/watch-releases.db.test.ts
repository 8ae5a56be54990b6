import { run, sql } from '@tereze/foundation-database'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind, type Context } from '@tereze/foundation-operations'
import { testPlatform } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { installation, type PackageSource, ReleaseDamaged } from '../contract/index.ts'
import { rewritten, sourceOf } from '../demo-content.fixture.ts'
import {
  catalogue,
  createPackageDesk,
  loadPackages,
  type PackageSet,
  publishPackages,
  watchReleases,
} from '../index.ts'

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

it('a trial is taken up by a node that runs, is never in use there, and ends in use or withdrawn', async () => {
  const [here, there] = [await node(), await node()]
  const formats = () => Promise.reject(new Error('nothing is checked'))
  const desk = createPackageDesk({ formats, supports: [], set: here.set })
  const act = (run: (context: Context) => Promise<unknown>) => runner.jobContext('try').write('platform', run)
  const of = { kind: 'register', id: 'births' } as const
  const used = '0.2.0'
  await here.publish(next(used))
  await there.watch.look()
  const keys = Array.from({ length: 40 }, (_, number) => `person ${number}`)
  const versions = (set: PackageSet) => keys.map(key => set.forNew('register', 'births', key)?.version)

  await act(context => desk.publish(context, next('0.3.0'), 50))
  await there.watch.look()
  for (const { set, newest } of [here, there, await node()]) {
    expect(newest()).toBe(used)
    expect(set.trial('register', 'births')).toMatchObject({ version: '0.3.0', share: 50 })
    expect(new Set(versions(set))).toEqual(new Set([used, '0.3.0']))
    expect(versions(set)).toEqual(versions(here.set))
  }
  await act(context => desk.share(context, { ...of, version: '0.3.0', share: 0 }))
  expect(new Set(versions(here.set))).toEqual(new Set([used]))
  await act(context => desk.use(context, { ...of, version: '0.3.0' }))
  await there.watch.look()
  expect([here.newest(), there.newest(), there.set.trial('register', 'births')]).toEqual(['0.3.0', '0.3.0', null])

  await act(context => desk.publish(context, next('0.3.1'), 10))
  await act(context => desk.withdraw(context, { ...of, version: '0.3.1' }))
  await there.watch.look()
  for (const { set, newest } of [here, there]) {
    expect([newest(), set.standing('register', 'births', '0.3.1')]).toEqual(['0.3.0', 'withdrawn'])
    expect(set.get('register', 'births', '0.3.1').version).toBe('0.3.1')
  }
})

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
