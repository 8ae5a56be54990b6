import { strToU8, zipSync } from 'fflate'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { CellFault, readDataFile, usualLimits } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const csv = (text: string) => readDataFile(utf8(text), 'a.csv')
const wide = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), !isBig)
  return bytes
}
/** Letters А to я of windows-1251 begin at 192. */
const cyrillic = (text: string) =>
  Uint8Array.from(text, letter =>
    letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x410 + 192 : letter.charCodeAt(0),
  )

const workbook = (sheet: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        'xl/sharedStrings.xml': '<sst><si><t>name</t></si><si><r><t>Asan</t></r><r><t>ov</t></r></si></sst>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )

describe('readDataFile', () => {
  it.each([
    ['comma', 'a,b\n1,"x, y"\n', ','],
    ['semicolon', 'a;b\r\n1;"x; y"\r\n', ';'],
    ['tab', 'a\tb\n1\t"x"', '\t'],
    ['said by the file', 'sep=|\na|b\n1|"x"', '|'],
  ])('reads CSV with %s', async (_, text, delimiter) => {
    expect(await csv(text)).toMatchObject({
      delimiter,
      columns: ['a', 'b'],
      rows: [{ cells: ['1', expect.stringMatching(/^x/)], fault: null }],
    })
  })

  it.each([
    ['utf-8', utf8('имя;год\nӘсел;1\n'), 'Әсел'],
    ['utf-8', utf8('\uFEFFимя;год\nӘсел;1\n'), 'Әсел'],
    ['utf-16le', wide('\uFEFFимя;год\nӘсел;1\n', false), 'Әсел'],
    ['utf-16be', wide('\uFEFFимя;год\nӘсел;1\n', true), 'Әсел'],
    ['utf-16le', wide('name;year\nAsel;1\n', false), 'Asel'],
    ['windows-1251', cyrillic('имя;год\nАсель;1\n'), 'Асель'],
  ])('finds out %s', async (encoding, bytes, name) => {
    expect(await readDataFile(bytes, 'a.csv')).toMatchObject({ encoding, rows: [{ cells: [name, '1'] }] })
  })

  it('loses only the rows that are broken', async () => {
    const table = await csv('a,b\n1,x\n2,"open\n3,y\n4,"z" w\n5,v,extra\n6\n7,u\n')
    expect('rows' in table ? table.rows.map(({ number, fault }) => [number, fault]) : table).toEqual([
      [2, null],
      [3, 'row.quote-open'],
      [4, null],
      [5, 'row.quote-open'],
      [6, 'row.too-many-cells'],
      [7, 'row.too-few-cells'],
      [8, null],
    ])
  })

  it('loses only the cell whose bytes are broken or whose text is huge', async () => {
    const bytes = utf8('имя,город\nӘсел,Ақтау\nБолат,Шымкент\n')
    bytes[22] = 0xff
    const broken = await readDataFile(bytes, 'a.csv')
    expect('rows' in broken && broken.rows[0]?.cells[0]).toEqual(new CellFault('cell.unreadable'))
    expect(broken).toMatchObject({ encoding: 'utf-8', rows: [{}, { cells: ['Болат', 'Шымкент'] }] })
    const huge = await csv(`a,b\n1,${'x'.repeat(40_000)}\n2,y\n`)
    expect('rows' in huge && huge.rows.map(row => row.cells[1])).toEqual([new CellFault('cell.too-long'), 'y'])
  })

  it('reads JSON and lines of JSON, objects laid out by dotted names', async () => {
    const objects = [
      { name: { family: 'A', given: 'B' }, tags: ['x'] },
      { name: { family: 'C' }, year: 7 },
    ]
    const columns = ['name.family', 'name.given', 'tags', 'year']
    const rows = [{ cells: ['A', 'B', ['x'], null] }, { cells: ['C', null, null, 7] }]
    expect(await readDataFile(utf8(JSON.stringify(objects)), 'a.json')).toMatchObject({ format: 'json', columns, rows })
    const lines = `${JSON.stringify(objects[0])}\n{"name":\n[1]\n${JSON.stringify(objects[1])}`
    expect(await readDataFile(utf8(lines), 'a.ndjson')).toMatchObject({
      format: 'ndjson',
      rows: [{ fault: null }, { fault: 'row.unreadable' }, { fault: 'row.no-object' }, { number: 4, fault: null }],
    })
  })

  it('reads a workbook: shared and inline texts, dates, formulas, errors, merged cells, rows left out', async () => {
    const sheet = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>born</t></is></c><c r="C2" t="str"><v>n</v></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45292</v></c><c r="C3"><f>1+1</f><v>2</v></c></row>
      <row r="5"><c r="A5" t="e"><v>#REF!</v></c><c r="B5" s="2"><v>45292.5</v></c><c r="C5"><f>1+1</f></c></row>
      <row r="6"><c r="A6" t="b"><v>1</v></c><c r="C6"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A6:B7"/></mergeCells><sheetData>`
    const table = await readDataFile(workbook(sheet), 'a.xlsx')
    expect(table).toMatchObject({ format: 'xlsx', columns: ['name', 'born', 'n'] })
    expect('rows' in table ? table.rows : table).toEqual([
      { number: 3, cells: ['Asanov', '2024-01-01', 2], fault: null },
      {
        number: 5,
        cells: [new CellFault('cell.error'), '2024-01-01T12:00:00', new CellFault('cell.not-computed')],
        fault: null,
      },
      { number: 6, cells: [true, new CellFault('cell.merged'), 3], fault: null },
    ])
  })

  it('reads Parquet', async () => {
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'name', data: ['A', null], type: 'STRING' },
          { name: 'n', data: [1n, 2n], type: 'INT64' },
          { name: 'at', data: [new Date('2024-05-06T00:00:00Z'), null], type: 'TIMESTAMP' },
        ],
      }),
    )
    // Bytes that stand in the middle of a larger buffer, as a database gives them.
    const within = Buffer.concat([Buffer.alloc(7), bytes, Buffer.alloc(9)]).subarray(7, 7 + bytes.length)
    expect(await readDataFile(within, 'a.bin')).toEqual(await readDataFile(bytes, 'a.bin'))
    expect(await readDataFile(bytes, 'a.bin')).toMatchObject({
      format: 'parquet',
      columns: ['name', 'n', 'at'],
      rows: [{ number: 1, cells: ['A', 1, '2024-05-06'] }, { cells: [null, 2, null] }],
    })
  })

  it.each([
    ['nothing', new Uint8Array(), 'a.csv', 'file.empty'],
    ['a header alone', utf8('a,b\n'), 'a.csv', 'file.empty'],
    ['an unknown format', utf8('x'), 'a.docx', 'file.format-unknown'],
    ['broken JSON', utf8('[{"a":1},'), 'a.json', 'file.damaged'],
    ['another archive', zipSync({ 'a.txt': utf8('x') }), 'a.xlsx', 'file.format-unknown'],
    ['half a workbook', workbook('<row r="1"/>').slice(0, 300), 'a.xlsx', 'file.damaged'],
    ['broken XML', workbook('<row r="1"><c></row>'), 'a.xlsx', 'file.damaged'],
    ['a workbook with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.xlsx', 'file.locked'],
    ['half a Parquet', utf8('PAR1........PAR1'), 'a.parquet', 'file.damaged'],
  ])('says what is wrong with %s', async (_, bytes, name, fault) => {
    expect(await readDataFile(bytes, name)).toMatchObject({ fault })
  })

  it('stops at its limits', async () => {
    const small = { ...usualLimits, bytes: 100_000, unfolded: 1_000_000, rows: 2, columns: 3, faults: 2 }
    const at = (bytes: Uint8Array, name = 'a.csv') => readDataFile(bytes, name, small)
    expect(await at(new Uint8Array(100_001))).toEqual({ fault: 'file.too-large', limit: 100_000 })
    expect(await at(utf8('a\n1\n2\n3\n'))).toMatchObject({ fault: 'file.too-many-rows' })
    expect(await at(utf8('a,b,c,d\n1,2,3,4\n'))).toMatchObject({ fault: 'file.too-many-columns' })
    expect(await at(utf8('a\n"1\n"2\n"3\n"4\n'))).toMatchObject({ fault: 'file.too-many-faults' })
    const bomb = workbook('', { 'xl/sharedStrings.xml': `<sst><si><t>${' '.repeat(5_000_000)}</t></si></sst>` })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await at(bomb, 'a.xlsx')).toEqual({ fault: 'file.expands-too-far', limit: 1_000_000 })
  })
})
