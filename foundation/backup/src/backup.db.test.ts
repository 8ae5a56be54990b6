import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findEmbedded, startEmbeddedServer } from '@tereze/foundation-database'
import { diskFiles, isTooLarge } from '@tereze/foundation-files'
import { localMasterKey, MasterKeyWrong } from '@tereze/foundation-keys'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import {
  BackupMissing,
  checkBackup,
  listBackups,
  openRepository,
  type Progress,
  pruneBackups,
  restoreBackup,
  rewrapRepository,
  rowDigests,
  takeArchive,
  takeBackup,
} from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'tereze-backup-'))
chmodSync(root, 0o755)
afterAll(() => rmSync(root, { recursive: true }))
const data = join(root, 'data')
const kept = join(root, 'kept')
const master = localMasterKey(new Uint8Array(32).fill(5))
const stranger = localMasterKey(new Uint8Array(32).fill(6))
const quick = { fsync: 'off' }
const start = (folder: string) =>
  startEmbeddedServer({ folder: join(folder, 'postgres'), log: () => undefined, archive: true, settings: quick })
const applicationOf = (adminUrl: string) => adminUrl.replace(/\/postgres$/, '/tereze')

async function untilArchived(client: Client, archive: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name')
  const name = rows[0]?.name ?? ''
  for (let round = 0; round < 600 && !readdirSync(archive).includes(name); round++) await sleep(50)
}

test('everything comes back elsewhere as it was at a moment; nothing without the key', async () => {
  const server = await start(data)
  const client = new Client({ connectionString: applicationOf(server.adminUrl) })
  await client.connect()
  const files = diskFiles({ folder: join(data, 'files') })
  const place = findEmbedded(join(data, 'postgres'))
  if (place === null) throw new Error('there is no server')
  await client.query(`create schema demo; create table demo.things (id bigint primary key, what text);
    create table demo.others (id bigint generated always as identity, what jsonb);
    insert into demo.things select n, 'thing ' || n from generate_series(1, 5000) n`)
  const stored = await files.write(Buffer.from('a picture of the demo country'))
  const repository = await openRepository(kept, master, { make: true })
  await expect(openRepository(kept, stranger, { make: true })).rejects.toThrow(MasterKeyWrong)
  const steps: Progress[] = []
  const writing = client.query(`insert into demo.others (what) select to_jsonb(n) from generate_series(1, 20000) n`)
  const first = await takeBackup({
    dataFolder: data,
    repository,
    now: () => new Date(),
    onProgress: step => void steps.push(step),
  })
  await writing
  expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(['database', 'files', 'log']))
  expect(first).toMatchObject({ files: 1, version: expect.stringMatching(/^18/) })

  await client.query(`delete from demo.things where id <= 100; update demo.things set what = 'changed' where id <= 200`)
  const wanted = await rowDigests(applicationOf(server.adminUrl))
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  await sleep(20)
  await client.query(`drop table demo.others; delete from demo.things`)
  await untilArchived(client, place.archive)
  expect(await takeArchive(place.archive, repository)).toBeGreaterThan(0)
  await client.end()
  await server.stop()

  expect(await checkBackup(repository, first)).toMatchObject({ problems: [] })
  for (const name of readdirSync(kept, { recursive: true, withFileTypes: true }))
    if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name)).includes('demo country')).toBe(false)

  const into = join(root, 'elsewhere')
  const until = new Date(rows[0]?.now ?? 0)
  expect(await restoreBackup({ repository, into, until })).toMatchObject({ id: first.id })
  const restored = await start(into)
  try {
    expect(await rowDigests(applicationOf(restored.adminUrl))).toEqual(wanted)
    expect(wanted.map(({ table, rows }) => [table, rows])).toEqual([
      ['demo.others', 20000],
      ['demo.things', 4900],
    ])
    const found = isTooLarge(stored) ? null : await diskFiles({ folder: join(into, 'files') }).find(stored.hash)
    expect(Buffer.from(found ?? []).toString()).toBe('a picture of the demo country')
    expect(readdirSync(join(into, 'postgres'))).not.toContain('restored-log')
  } finally {
    await restored.stop()
  }
}, 240_000)

test('what is refused, and what a look through a backup finds', async () => {
  const repository = await openRepository(kept, master, { make: false })
  const [first] = await listBackups(repository)
  if (first === undefined) throw new Error('there is no backup')
  await expect(openRepository(join(root, 'nowhere'), master, { make: false })).rejects.toThrow(BackupMissing)
  const restore = (into: string, until: Date | null) => restoreBackup({ repository, into: join(root, into), until })
  await expect(restore('data', null)).rejects.toThrow(/is not empty/)
  await expect(restore('new', new Date(0))).rejects.toThrow(/no backup had ended/)
  await expect(takeBackup({ dataFolder: join(root, 'new'), repository, now: () => new Date() })).rejects.toThrow(
    BackupMissing,
  )

  const segment = join(kept, 'wal', `${first.lastSegment}.sealed`)
  const bytes = readFileSync(segment)
  writeFileSync(segment, Buffer.concat([bytes.subarray(0, 100), Buffer.from('x'), bytes.subarray(101)]))
  const problemsOf = async () => (await checkBackup(repository, first)).problems
  expect(await problemsOf()).toEqual([{ problem: 'damaged', what: `wal/${first.lastSegment}` }])
  renameSync(segment, `${segment}.lost`)
  expect(await problemsOf()).toEqual([{ problem: 'log-missing', what: first.lastSegment }])

  await rewrapRepository(kept, master, stranger)
  await expect(openRepository(kept, master, { make: false })).rejects.toThrow(MasterKeyWrong)
  const again = await openRepository(kept, stranger, { make: false })
  expect((await listBackups(again)).map(({ id }) => id)).toEqual([first.id])
  expect(await pruneBackups(again, 1)).toEqual([])
})
