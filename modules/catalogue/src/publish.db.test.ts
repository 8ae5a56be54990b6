import { type Fragment, rows, run, sql } from '@tereze/foundation-database'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind, type Context } from '@tereze/foundation-operations'
import { testPlatform } from '@tereze/foundation-testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { installation, type PackageSupport, packages, ReleaseDamaged } from './contract/index.ts'
import { changed, rewritten, sourceOf } from './demo-content.fixture.ts'
import { catalogue, createPackageSet, loadPackages, type PackageSet, publishPackages, refuseUnsigned } from './index.ts'

const keys = createKeys({ master: localMasterKey(new Uint8Array(32).fill(4)), now: () => new Date() })
const platform = await testPlatform({
  modules: [catalogue],
  migrations: [keysMigrations],
  bindings: [
    bind(packages, createPackageSet()),
    bind(keyring, keys),
    bind(installation, { environment: 'test', releaseKeys: null }),
  ],
})
const births = sourceOf('register', 'births')
const people = sourceOf('register', 'people')
const next = (source: typeof births, version: string) => ({
  ...rewritten(source, 'register.json', card => void Object.assign(card, { version })),
  version,
})
let set: PackageSet
let activated: string[]
beforeEach(() => {
  set = createPackageSet()
  activated = []
})
const support: PackageSupport = {
  kind: 'register',
  check: async () => [],
  activate: async (_context, pack) => void activated.push(`${pack.id}@${pack.version}`),
}
const publish = (list: readonly (typeof births)[], supports: readonly PackageSupport[] = [support]) =>
  platform.runner
    .jobContext('publish')
    .write('platform', (context: Context) => publishPackages(context, list, supports, set))
const kept = async () =>
  (
    await rows(
      platform.database,
      sql<{ name: string }>`select kind || ':' || id || '@' || version as name from catalogue.packages order by 1`,
    )
  ).map(({ name }) => name)

describe('publishing', () => {
  test('of which a part fails keeps nothing, in the database and in memory', async () => {
    const failing: PackageSupport = {
      ...support,
      activate: async (_context, pack) => {
        if (pack.id === 'people') throw new Error('no room')
      },
    }
    await expect(publish([births, people], [failing])).rejects.toThrow('no room')
    expect(await kept()).toEqual([])
    expect(set.list('register')).toEqual([])
  })

  test('keeps packages whole, gets modules ready, and makes them known', async () => {
    expect(await publish([births, people])).toEqual({
      published: [`register:births@${births.version}`, `register:people@${people.version}`],
      problems: [],
    })
    expect(activated).toEqual([`births@${births.version}`, `people@${people.version}`])
    expect(set.get('register', 'births').hash).toBe(births.hash)
    const loaded = await loadPackages(platform.database, keys)
    expect(loaded.get('register', 'births').json.get('register.json')).toEqual(
      JSON.parse(births.files['register.json'] ?? ''),
    )
    expect(loaded.get('register', 'births').messages.text('title', 'kk')).toMatch(/\S/)
  })

  test('again does nothing', async () => {
    expect(await publish([births, people])).toEqual({ published: [], problems: [] })
    expect(activated).toEqual([])
  })

  test('a version with other content is a problem, and nothing beside it is published', async () => {
    const other = changed(births, { 'notes.txt': 'another word' })
    const before = await kept()
    expect(await publish([other, next(people, '1.9.0')])).toEqual({
      published: [],
      problems: [
        {
          package: 'register:births',
          file: births.folder,
          pointer: '/version',
          code: 'package.version-published',
          params: { version: births.version },
        },
      ],
    })
    expect(await kept()).toEqual(before)
    expect(activated).toEqual([])
  })

  test('a new version stands beside the old one', async () => {
    await publish([next(births, '1.9.0'), next(births, '2.0.0')])
    const loaded = await loadPackages(platform.database, keys)
    expect(loaded.get('register', 'births').version).toBe('2.0.0')
    expect(loaded.get('register', 'births', '1').version).toBe('1.9.0')
    expect(loaded.get('register', 'births', births.version).hash).toBe(births.hash)
    expect(loaded.find('register', 'births', '3')).toBeNull()
  })

  test('is signed; what is other in the database than what was signed is refused, and named', async () => {
    await publish([births, people])
    const name = `register:births@${births.version}`
    const faults = () =>
      loadPackages(platform.database, keys).then(
        () => [],
        (error: unknown) => (error instanceof ReleaseDamaged ? error.faults : Promise.reject(error)),
      )
    const tamper = (change: Fragment<unknown>) =>
      platform.runner
        .jobContext('test')
        .write('platform', ({ tx }) =>
          run(tx, sql`update catalogue.packages set ${change} where id = 'births' and version = ${births.version}`),
        )
    const files = JSON.stringify({ ...births.files, 'register.json': `${births.files['register.json']} ` })
    await tamper(sql`files = ${files}::jsonb`)
    expect(await faults()).toEqual([{ package: name, code: 'release.file-changed', file: 'register.json' }])
    await tamper(sql`files = ${JSON.stringify(births.files)}::jsonb, signed = 'e30.e30.e30'`)
    expect(await faults()).toEqual([{ package: name, code: 'release.signature-wrong', file: null }])
    await tamper(sql`signed = (select signed from catalogue.packages where id = 'people' limit 1)`)
    expect(await faults()).toEqual([{ package: name, code: 'release.other-package', file: null }])

    await tamper(sql`signed = null`)
    expect((await loadPackages(platform.database, keys)).find('register', 'births', births.version)).toBeNull()
    await expect(refuseUnsigned(platform.database)).rejects.toThrow(`${name}: it is not signed`)
    expect(await publish([births])).toEqual({ published: [name], problems: [] })
    await refuseUnsigned(platform.database)
    expect(activated).toEqual([])
    expect((await loadPackages(platform.database, keys)).find('register', 'births', births.version)).not.toBeNull()
  })
})
