import { readDataFile } from '@tereze/data-files'
import { rows, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { exportsPlatform, piecesOf } from '../exports-platform.fixture.ts'
import { owner } from '../registers-platform.fixture.ts'

const many = 2_400
const { platform, download } = await exportsPlatform(many)

describe('download-export', () => {
  it.each(['csv', 'json', 'xlsx', 'parquet'] as const)(
    'gives a register as one %s, portion by portion',
    async format => {
      const lines = platform.audited.length
      const reply = await download(format)
      expect(reply).toMatchObject({
        headers: { 'content-disposition': expect.stringContaining(`.${format}`), 'cache-control': 'no-store' },
      })
      const pieces: Uint8Array[] = []
      for await (const piece of piecesOf(reply)) pieces.push(piece)
      const table = await readDataFile(Buffer.concat(pieces), `a.${format}`)
      if ('fault' in table) throw new Error(table.fault)
      const tons = table.columns.indexOf('tons')
      expect(table.rows.map(({ cells }) => Number(cells[tons])).sort((a, b) => a - b)).toEqual(
        Array.from({ length: many }, (_, at) => at),
      )
      const told = platform.audited.slice(lines).filter(({ operation }) => operation === 'registers.take-rows')
      expect(told.map(({ fields }) => fields.filter(field => field.startsWith('records:')))).toEqual([
        [],
        [],
        [`records:${many}`],
      ])
    },
  )

  it('who stops before the end has given the file up, with the count of what was told', async () => {
    const pieces = piecesOf(await download('ndjson'))
    await pieces.next()
    await pieces.next()
    await pieces.return(undefined)
    expect(platform.audited.at(-1)).toMatchObject({
      operation: 'registers.cancel-export',
      fields: ['register:vessels', 'records:2000'],
    })
    expect(await rows(platform.database, sql`select from registers.exports`)).toEqual([])
  })

  it('is cut where the file cannot be told on', async () => {
    const pieces = piecesOf(await download('csv'))
    await pieces.next()
    await pieces.next()
    await platform.database.transaction('transport', async tx => {
      await rows(tx, sql`delete from registers.exports returning id`)
    })
    await expect(pieces.next()).rejects.toThrow('registers.export-not-found')
  })

  it('refuses somebody else in words', async () => {
    const another = official({
      id: owner(9).replace('person', 'official'),
      organisation: 'transport',
      roles: ['keeper'],
    })
    expect(await download('csv', { actor: another })).toMatchObject({ code: 'registers.export-not-found' })
  })
})
