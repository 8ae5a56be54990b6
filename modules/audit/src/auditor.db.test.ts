import { run, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { auditPlatform } from './audit-platform.fixture.ts'

const platform = await auditPlatform()
const { database } = platform
await platform.append(platform.newLine({ subjects: ['person_a'] }))
await platform.sealed(1)

test.each(['lines', 'subjects', 'leaves', 'checkpoints', 'tiles', 'logs'])(
  'nothing is deleted from audit.%s',
  async table => {
    for (const statement of [`delete from audit.${table}`, `truncate audit.${table} cascade`]) {
      await expect(
        database.transaction('social-protection', tx => tx.client.query(statement)),
        statement,
      ).rejects.toThrow(/append-only/)
    }
  },
)

test.each([
  ['lines', "content = '{}'"],
  ['subjects', "subject = 'x'"],
  ['leaves', "line = 'x'"],
  ['checkpoints', "note = 'x'"],
])('nothing is changed in audit.%s', async (table, change) => {
  await expect(
    database.transaction('social-protection', tx => tx.client.query(`update audit.${table} set ${change}`)),
  ).rejects.toThrow(/append-only/)
})

test('a log and its tiles only grow', async () => {
  const write = (statement: string) => database.transaction('social-protection', tx => tx.client.query(statement))
  await expect(write('update audit.logs set size = 0')).rejects.toThrow(/only grows/)
  await expect(write(`update audit.tiles set hashes = decode(repeat('00', 64), 'hex')`)).rejects.toThrow(/only grows/)
})

test('a line belongs to the tenant of its transaction', async () => {
  await expect(
    database.transaction('health', tx => platform.auditor.append(tx, [platform.newLine({ tenant: 'education' })])),
  ).rejects.toThrow(/row-level security/)
})

test('a line is undone with what it tells of', async () => {
  const line = platform.newLine({ subjects: ['person_b'] })
  await expect(
    database.transaction('social-protection', async tx => {
      await platform.auditor.append(tx, [line])
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
  const found = await database.snapshot(reader => run(reader, sql`select from audit.lines where id = ${line.id}`))
  expect(found).toBe(0)
})
