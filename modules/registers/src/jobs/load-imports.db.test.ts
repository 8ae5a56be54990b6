import { rows as query, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { findRecords } from '../contract/index.ts'
import { done, importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, look, check, run, rows } = await importsPlatform()
const find = async (where: Record<string, string | number>) =>
  done(await platform.run(findRecords, { ...place, register: 'vessels', where }, keeper)).items
const counts = ({ added, changed, same, refused }: Record<'added' | 'changed' | 'same' | 'refused', number>) => [
  added,
  changed,
  same,
  refused,
]

describe('load-imports', () => {
  it('reads, checks without writing, loads, announces once; the same file again changes nothing', async () => {
    const file = vesselsCsv(
      'One;north;afloat;1,5;12.03.2020',
      'Two;north;built;2;',
      'Three;south;afloat;3;1 марта 2021',
    )
    const id = await begin(file)
    expect(await look(id)).toMatchObject({
      state: 'read',
      format: 'csv',
      delimiter: ';',
      total: 3,
      settings: { mapping: { name: '/name', tons: '/tons', launched: '/launched' }, key: 'name', decimal: 'comma' },
    })
    expect(counts(await check(id))).toEqual([3, 0, 0, 0])
    expect(await find({ port: 'north' })).toEqual([])
    expect(await run(id)).toMatchObject({ state: 'done', added: 3, looked: 3 })
    expect(await find({ name: 'One' })).toMatchObject([
      {
        data: { tons: 1.5, launched: '2020-03-12', number: expect.stringMatching(/^DV-/) },
        source: { kind: 'import', reference: id, organisation: 'transport' },
        recordedBy: keeper.id,
      },
    ])
    const events = await platform.listEvents('registers.records-imported', 'registers.record-registered')
    expect(events).toMatchObject([{ subject: id, data: { register: 'vessels', count: 3 } }])
    const again = await begin(file)
    expect(counts(await check(again))).toEqual([0, 0, 3, 0])
    expect(counts(await run(again))).toEqual([0, 0, 3, 0])
    expect(await platform.listEvents('registers.records-imported')).toHaveLength(1)
  })

  it('changes what differs, keeps what the file does not say, and announces the load, not each record', async () => {
    const id = await begin(vesselsCsv('One;north;afloat;9;', 'Three;south;sunk;;'))
    await check(id)
    expect(await rows(id)).toMatchObject([
      { row: 2, outcome: 'changed', fields: ['/tons'] },
      { row: 3, outcome: 'changed', fields: ['/status'] },
    ])
    expect(counts(await run(id))).toEqual([0, 2, 0, 0])
    expect(await find({ name: 'One' })).toMatchObject([
      { version: 2, reason: 'vessels.csv', recordedBy: keeper.id, data: { tons: 9, launched: '2020-03-12' } },
    ])
    expect(await platform.listEvents('registers.record-changed')).toEqual([])
  })

  it('refuses rows by name of field, row and column, and loads the others', async () => {
    const id = await begin(
      vesselsCsv(
        'Four;north;afloat;4;',
        ';north;afloat;4;',
        'Five;north;drowned;4;31.02.2020',
        'Four;north;built;1;',
        'Six;north;afloat;x',
        'Two;north;sunk;3;',
        'Seven;east;afloat;7;',
      ),
    )
    await check(id)
    const refused = [
      [3, [['/name', 'name', 'field.required']]],
      [
        4,
        [
          ['/status', 'status', 'value.not-listed'],
          ['/launched', 'launched', 'value.no-date'],
        ],
      ],
      [5, [['/name', 'name', 'row.repeated']]],
      [6, [['', null, 'row.too-few-cells']]],
      [7, [['/status', 'status', 'field.change-not-possible']]],
    ]
    const told = async () =>
      (await rows(id, 'refused')).map(({ row, problems }) => [
        row,
        problems.map(({ pointer, column, code }) => [pointer, column, code]),
      ])
    expect(await told()).toEqual(refused)
    expect((await rows(id, 'refused'))[2]?.problems[0]?.says).toEqual({
      en: 'Row 2 is about the same: leave one of the two',
      ru: 'Строка 2 о том же самом: оставьте одну из двух',
      kk: '2-жол дәл сол туралы: екеуінің бірін қалдырыңыз',
    })
    expect(counts(await run(id))).toEqual([2, 0, 0, 5])
    expect(await told()).toEqual(refused)
    expect(await find({ port: 'east' })).toHaveLength(1)
  })

  it('refuses a second key that another record or row holds, references that lead nowhere, and fields not granted', async () => {
    const head = 'name;port;status;hull;berth\n'
    await run(await begin(`${head}Eight;n;built;H1;\n`).then(async id => (await check(id)).import))
    const id = await begin(`${head}Nine;n;built;H1;\nTen;n;built;H2;\nEleven;n;built;H2;\nTwelve;n;built;;berth_x\n`)
    await check(id, { key: 'name' })
    const codes = async (of: string) =>
      (await rows(of, 'refused')).map(({ row, problems }) => [row, problems[0]?.code, problems[0]?.pointer])
    expect(await codes(id)).toEqual([
      [2, 'row.key-held', '/hull'],
      [4, 'row.repeated', '/hull'],
      [5, 'field.reference-unknown', '/berth'],
    ])
    const surveyor = official({ organisation: 'transport', roles: ['surveyor'] })
    const other = await begin('name;port;tons\nEight;n;5\nThirteen;n;5\n', 'a.csv', {}, surveyor)
    await check(other, {}, surveyor)
    expect((await rows(other)).map(({ row, outcome, problems }) => [row, outcome, problems[0]?.code])).toEqual([
      [2, 'changed', undefined],
      [3, 'refused', 'row.not-granted'],
    ])
  })

  it('loads rows without a key once, however often they come', async () => {
    const file = '{"ship":"a"}\n{"ship":"b"}\n{"ship":"a"}\n'
    const load = async () => {
      const id = await begin(file, 'crews.ndjson', { register: 'crews' })
      expect(await look(id)).toMatchObject({ format: 'ndjson', settings: { key: null, mapping: { ship: '/ship' } } })
      await check(id)
      return counts(await run(id))
    }
    expect(await load()).toEqual([2, 0, 0, 1])
    expect(await load()).toEqual([0, 0, 2, 1])
  })

  it('goes on where a node left off, and once only', async () => {
    const many = Array.from({ length: 450 }, (_, n) => `Many ${n};west;afloat;${n};`)
    const id = await begin(vesselsCsv(...many))
    await check(id)
    await platform.database.transaction('transport', async tx => {
      await query(
        tx,
        sql`update registers.imports set state = 'running', cursor = 200, added = 200 where id = ${id} returning id`,
      )
      await query(tx, sql`delete from registers.import_rows where import = ${id} returning row`)
    })
    await platform.settle()
    expect(await look(id)).toMatchObject({ state: 'done', looked: 450, added: 450 })
    expect(await platform.listEvents('registers.records-imported').then(events => events.at(-1))).toMatchObject({
      data: { count: 450 },
    })
    expect(await query(platform.database, sql`select 1 from registers.import_files where import = ${id}`)).toEqual([])
  })

  it('says why a file cannot be read', async () => {
    expect(await look(await begin('a,b\n'))).toMatchObject({
      state: 'failed',
      fault: { code: 'file.empty', says: { en: expect.any(String) } },
    })
  })

  it('refuses each row of a register that wants a second person', async () => {
    const chief = official({ organisation: 'transport', roles: ['chief'] })
    const id = await begin('number\n7\n', 'permits.csv', { register: 'permits' }, chief)
    await check(id, {}, chief)
    expect(await rows(id)).toMatchObject([{ row: 2, outcome: 'refused', problems: [{ code: 'row.needs-approval' }] }])
  })
})
