import { readDataFile } from '@tereze/data-files'
import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { exportRecords } from '../contract/index.ts'
import { done, importsPlatform } from '../imports-platform.fixture.ts'
import { keeper, owner } from '../registers-platform.fixture.ts'

const { platform, place, begin, check, run } = await importsPlatform()
const whole = { ...place, register: 'vessels', where: {}, format: 'csv' } as const
const pilot = official({ organisation: 'transport', roles: ['pilot'] })
await platform.add({ name: '=One', status: 'built', port: 'north', tons: 5, hull: 'H1', owner: owner(1) })
await platform.add({ name: 'Two', status: 'built', port: 'south', tons: 7, hull: 'H2', seaworthy: true })

/** The table of a file that was taken out. */
async function tableOf(input: Parameters<typeof platform.run<typeof exportRecords>>[1], actor = keeper) {
  const file = done(await platform.run(exportRecords, input, actor))
  const table = await readDataFile(Buffer.from(file.content, 'base64'), file.name)
  if ('fault' in table) throw new Error(table.fault)
  return { file, table }
}

describe('export-records', () => {
  it.each(['csv', 'json', 'ndjson', 'xlsx', 'parquet'] as const)(
    'gives a register as %s, which changes nothing when it is loaded again',
    async format => {
      const { file, table } = await tableOf({ ...whole, format })
      expect(file).toMatchObject({ count: 2, next: null, withheld: [] })
      expect(table.rows).toHaveLength(2)
      expect(table.columns).toEqual(expect.arrayContaining(['record', 'name', 'hull', 'tons']))
      const id = await begin(Buffer.from(file.content, 'base64'), file.name)
      await check(id)
      expect(await run(id)).toMatchObject({ added: 0, changed: 0, same: 2, refused: 0 })
    },
  )

  it('gives what a search finds, without fields that the reader may not have, and names them', async () => {
    const { file, table } = await tableOf({ ...whole, where: { port: 'south' } }, pilot)
    expect(file.withheld).toMatchObject([{ pointer: '/hull', label: 'bank-secret', because: 'label' }])
    expect(table.columns).not.toContain('hull')
    expect(table.rows).toHaveLength(1)
    expect(Buffer.from(file.content, 'base64').toString()).not.toContain('H2')
  })

  it('writes one line of the audit log, with the people and the fields', async () => {
    const before = platform.audited.length
    await platform.run(exportRecords, { ...whole, format: 'json' }, keeper)
    expect(platform.audited.slice(before)).toMatchObject([
      {
        operation: 'registers.export-records',
        subjects: [owner(1)],
        fields: expect.arrayContaining(['vessels/name', 'vessels/hull']),
      },
    ])
  })

  it.each([
    ['the whole register to who may only search', whole, pilot, 'registers.access-not-granted'],
    ['a search by what may not be seen', { ...whole, where: { hull: 'H1' } }, keeper, 'registers.column-not-found'],
    ['a register that is not there', { ...whole, register: 'aeroplanes' }, keeper, 'registers.register-not-found'],
  ])('refuses %s', async (_, input, actor, code) => {
    expect(await platform.run(exportRecords, input, actor)).toMatchObject({ code })
  })
})
