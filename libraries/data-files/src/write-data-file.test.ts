import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type DataFormat, readDataFile, streamDataFile, writeDataFile } from './index.ts'
import { writeXlsx } from './write-xlsx.ts'

const columns = [
  { name: 'name', kind: 'text' },
  { name: 'height', kind: 'number' },
  { name: 'insured', kind: 'boolean' },
  { name: 'tags', kind: 'json' },
] as const
const rows = [
  ['=HYPERLINK("x")', 1.5, true, ['a', 'b']],
  ['@sum', -2, false, null],
  ['+7 999 1', null, null, null],
  ['Әсел; "А"', 3, true, [{ a: 1 }]],
]

describe('writeDataFile', () => {
  it.each(['csv', 'json', 'ndjson', 'xlsx', 'parquet'] as DataFormat[])(
    '%s is read back as it was written',
    async format => {
      const table = await readDataFile(await writeDataFile(format, columns, rows), `a.${format}`)
      if ('fault' in table) throw new Error(table.fault)
      const plain = (value: unknown) =>
        value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)
      expect(table.columns).toEqual(['name', 'height', 'insured', 'tags'])
      expect(table.rows.map(({ cells }) => cells.map(plain))).toEqual(rows.map(row => row.map(plain)))
    },
  )

  it('lets no text of a CSV be taken for a formula', async () => {
    const text = new TextDecoder().decode(await writeDataFile('csv', columns, rows))
    expect(text).toBe(
      'name;height;insured;tags\r\n"\'=HYPERLINK(""x"")";1.5;true;"[""a"",""b""]"\r\n\'@sum;-2;false;\r\n+7 999 1;;;\r\n"Әсел; ""А""";3;true;"[{""a"":1}]"\r\n',
    )
  })
})

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

describe('streamDataFile', () => {
  it.each(['csv', 'json', 'ndjson', 'xlsx', 'parquet'] as DataFormat[])(
    '%s in portions, some of them empty, holds the same as in one piece',
    async format => {
      const portions = [[], rows.slice(0, 1), [], rows.slice(1)]
      const table = await readDataFile(await whole(streamDataFile(format, columns, portions)), `a.${format}`)
      expect(table).toEqual(await readDataFile(await writeDataFile(format, columns, rows), `a.${format}`))
      expect(table).toMatchObject({ rows: { length: rows.length } })
    },
  )

  it.each([
    ['csv', 500],
    ['xlsx', 500],
    ['ndjson', 500],
    ['parquet', 10_000],
  ] as const)('%s asks for no more rows than it has told, but for %i', async (format, most) => {
    let asked = 0
    function* endless() {
      for (;;) {
        asked += 500
        yield Array.from({ length: 500 }, (_, at) => [`row ${asked + at}`, at, true, null])
      }
    }
    const pieces = streamDataFile(format, columns, endless())
    let bytes = 0
    while (bytes < 2_000) bytes += (await pieces.next()).value?.length ?? Number.NaN
    expect(asked).toBeLessThanOrEqual(most)
    await pieces.return(undefined)
  })

  it('an empty table is a file with its head', async () => {
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
    const sheet = unzipSync(await writeDataFile('xlsx', columns, []))['xl/worksheets/sheet1.xml']
    expect(text(sheet)).toMatch(/<row>.*>name<.*<\/row><\/sheetData>/)
    expect(text(await writeDataFile('csv', columns, []))).toBe('name;height;insured;tags\r\n')
    expect(text(await writeDataFile('json', columns, []))).toBe('[]')
  })
})

describe('writeXlsx', () => {
  it('goes on on the next sheet where one is full', async () => {
    const few = [columns[0]]
    const file = await whole(writeXlsx(few, [[['a'], ['b'], ['c']]], 3))
    expect(Object.keys(unzipSync(file))).toEqual(expect.arrayContaining(['xl/worksheets/sheet2.xml']))
    const second = strFromU8(unzipSync(file)['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    expect([...second.matchAll(/<t [^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual(['name', 'c'])
  })

  it('keeps letters that XML does not have, and what looks like their writing', async () => {
    const odd = 'a\u0001b_x0041_<&>"\r\n\ud800'
    const table = await readDataFile(await writeDataFile('xlsx', [columns[0]], [[odd]]), 'a.xlsx')
    expect(table).toMatchObject({ rows: [{ cells: [odd] }] })
  })
})
