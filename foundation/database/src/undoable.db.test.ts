import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { testDatabase } from '@tereze/foundation-testing'
import { afterAll, expect, test } from 'vitest'
import { rows, run, sql, undoable } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-undoable-'))
writeFileSync(
  join(folder, '20260101-0000-create-notes.sql'),
  `create table undo.notes (tenant text, text text); select tereze.own_by_tenant('undo.notes'); -- ${randomBytes(8).toString('hex')}`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { database } = await testDatabase([{ name: 'undo', folder: pathToFileURL(`${folder}/`) }])
const write = (text: string) => sql`insert into undo.notes values ('health', ${text})`
const texts = async () =>
  (await rows(database, sql<{ text: string }>`select text from undo.notes order by text`)).map(row => row.text)

test('undoes one part alone: what is not kept, and what throws, also in SQL', async () => {
  await database.transaction('health', async tx => {
    const part = (text: string, keep: boolean) =>
      undoable(
        tx,
        async () => {
          await run(tx, write(text))
          return text
        },
        () => keep,
      )
    expect(await part('a: kept', true)).toBe('a: kept')
    expect(await part('b: not kept', false)).toBe('b: not kept')
    const broken = undoable(
      tx,
      () => run(tx, sql`insert into undo.nothing values (1)`),
      () => true,
    )
    await expect(broken).rejects.toThrow(/undo.nothing/)
    const thrown = undoable(
      tx,
      async () => {
        await run(tx, write('c: thrown'))
        throw new RangeError('no')
      },
      () => true,
    )
    await expect(thrown).rejects.toThrow('no')
    await part('d: kept', true)
  })
  expect(await texts()).toEqual(['a: kept', 'd: kept'])
})
