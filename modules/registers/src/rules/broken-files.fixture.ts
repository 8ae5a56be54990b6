/** Makes broken files: a table of good rows, some of which are spoilt in a known way, in one of four formats. */

import { strToU8, zipSync } from 'fflate'
import { parquetWriteBuffer } from 'hyparquet-writer'

/** What is wrong with a row: the field, as its pointer, and the code. */
export interface Fault {
  readonly pointer: string
  readonly code: string
}

/** A file whose faults are known. */
export interface BrokenFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Row as the file counts → its fault. */
  readonly faults: ReadonlyMap<number, Fault>
  /** Rows that are good, as the file counts. */
  readonly good: readonly number[]
}

type Cell = string | number | boolean | null
type Row = Record<(typeof columns)[number], Cell>

const columns = ['number', 'name', 'born', 'sex', 'height', 'children', 'insured'] as const
const formats = ['csv', 'json', 'xlsx', 'parquet'] as const

/** Numbers that look random and are always the same for a seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Spoils a row; every format can hold these. */
const spoils: readonly (Fault & { readonly spoil: (row: Row, first: Row) => Row })[] = [
  { pointer: '/name', code: 'field.required', spoil: row => ({ ...row, name: null }) },
  { pointer: '/name', code: 'field.too-long', spoil: row => ({ ...row, name: 'x'.repeat(61) }) },
  { pointer: '/name', code: 'cell.too-long', spoil: row => ({ ...row, name: 'x'.repeat(33_000) }) },
  { pointer: '/name', code: 'cell.unreadable', spoil: row => ({ ...row, name: 'A\uFFFDset' }) },
  { pointer: '/number', code: 'field.wrong-form', spoil: row => ({ ...row, number: `${row.number}x` }) },
  { pointer: '/number', code: 'row.repeated', spoil: (row, first) => ({ ...row, number: first.number }) },
  { pointer: '/born', code: 'value.no-date', spoil: row => ({ ...row, born: '31.02.1990' }) },
  { pointer: '/born', code: 'value.date-ambiguous', spoil: row => ({ ...row, born: '03/04/1990' }) },
  { pointer: '/sex', code: 'value.not-listed', spoil: row => ({ ...row, sex: 'неизвестно' }) },
  { pointer: '/height', code: 'value.no-number', spoil: row => ({ ...row, height: '1 m 80' }) },
  { pointer: '/height', code: 'value.number-ambiguous', spoil: row => ({ ...row, height: '1,180' }) },
  { pointer: '/height', code: 'field.too-large', spoil: row => ({ ...row, height: '3000' }) },
  { pointer: '/children', code: 'value.no-integer', spoil: row => ({ ...row, children: '1.5' }) },
  { pointer: '/children', code: 'field.too-small', spoil: row => ({ ...row, children: '-2' }) },
  { pointer: '/insured', code: 'value.no-yes-or-no', spoil: row => ({ ...row, insured: 'maybe' }) },
]

/** Spoils only a text file: of a row already written as a line. */
const lineSpoils: readonly (Fault & { readonly spoil: (line: string) => string })[] = [
  { pointer: '', code: 'row.quote-open', spoil: line => `${line.replace(/^"/, '')}"` },
  { pointer: '', code: 'row.too-many-cells', spoil: line => `${line},"more"` },
  { pointer: '', code: 'row.too-few-cells', spoil: line => line.slice(0, line.lastIndexOf(',')) },
]

/** Spoils only a workbook: a cell already written. */
const cellSpoils: readonly (Fault & { readonly cell: string })[] = [
  { pointer: '/height', code: 'cell.error', cell: 't="e"><v>#DIV/0!</v></c>' },
  { pointer: '/height', code: 'cell.not-computed', cell: '><f>A1*2</f></c>' },
]

function goodRow(random: (below: number) => number, number: number): Row {
  const written = random(3)
  const day = String(1 + random(28)).padStart(2, '0')
  return {
    number: `N-${String(number).padStart(6, '0')}`,
    name: ['Әсел Қалиева', 'O’Neil, "Sam"', 'Анна-Мария', 'Li'][random(4)] ?? 'Li',
    born: [`1990-03-${day}`, `${day}.03.1990`, `${day} марта 1990`][written] ?? '',
    sex: ['female', 'женский', 'ер'][written] ?? '',
    height: ['180.5', '180,5', '179'][random(3)] ?? '',
    children: String(random(4)),
    insured: ['true', 'да', 'жоқ'][written] ?? '',
  }
}

const quoted = (cell: Cell) => (cell === null ? '""' : `"${String(cell).replaceAll('"', '""')}"`)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function workbookOf(rows: readonly string[]): Uint8Array {
  const files = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 1 })
}

const sheetRow = (number: number, cells: readonly Cell[], spoilt: { place: number; cell: string } | null = null) =>
  `<row r="${number}">${cells
    .map((cell, place) => {
      const at = `<c r="${String.fromCharCode(65 + place)}${number}" `
      if (spoilt?.place === place) return at + spoilt.cell
      return cell === null ? '' : `${at}t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell))}</t></is></c>`
    })
    .join('')}</row>`

interface Made {
  readonly row: Row
  readonly fault: Fault | null
  readonly line: ((line: string) => string) | null
  readonly cell: { readonly place: number; readonly cell: string } | null
}

function makeRow(
  random: (below: number) => number,
  number: number,
  first: Row,
  format: (typeof formats)[number],
): Made {
  const row = goodRow(random, number)
  const special = format === 'csv' ? lineSpoils.length : format === 'xlsx' ? cellSpoils.length : 0
  const choice = random(spoils.length + special)
  const common = spoils[choice]
  if (common !== undefined) return { row: common.spoil(row, first), fault: common, line: null, cell: null }
  const cell = format === 'xlsx' ? cellSpoils[choice - spoils.length] : undefined
  const line = format === 'csv' ? lineSpoils[choice - spoils.length] : undefined
  return {
    row,
    fault: cell ?? line ?? null,
    line: line?.spoil ?? null,
    cell: cell === undefined ? null : { place: columns.indexOf('height'), cell: cell.cell },
  }
}

function write(format: (typeof formats)[number], rows: readonly Made[]): Uint8Array {
  const cells = ({ row }: Made) => columns.map(column => row[column])
  if (format === 'json') return strToU8(JSON.stringify(rows.map(({ row }) => row)))
  if (format === 'xlsx')
    return workbookOf([sheetRow(1, columns), ...rows.map((made, place) => sheetRow(place + 2, cells(made), made.cell))])
  if (format === 'parquet') {
    const columnData = columns.map(name => ({ name, type: 'STRING' as const, data: rows.map(({ row }) => row[name]) }))
    return new Uint8Array(parquetWriteBuffer({ columnData }))
  }
  const lines = rows.map(made => {
    const line = cells(made).map(quoted).join(',')
    return made.line === null ? line : made.line(line)
  })
  return strToU8([columns.join(','), ...lines, ''].join('\r\n'))
}

/** The broken file of a number; the same for the same number, in the four formats by turns. */
export function brokenFile(number: number): BrokenFile {
  const random = seeded(number)
  const format = formats[number % formats.length] ?? 'csv'
  const head = { row: goodRow(random, 0), fault: null, line: null, cell: null }
  const rows: Made[] = [head]
  for (let place = 1; place < 12; place++)
    rows.push(
      random(3) === 0
        ? makeRow(random, place, head.row, format)
        : { row: goodRow(random, place), fault: null, line: null, cell: null },
    )
  const before = format === 'csv' || format === 'xlsx' ? 2 : 1
  const placed = rows.map(({ fault }, place) => ({ fault, number: place + before }))
  return {
    name: `broken-${number}.${format}`,
    bytes: write(format, rows),
    faults: new Map(
      placed.flatMap(({ fault, number: at }) =>
        fault === null ? [] : [[at, { pointer: fault.pointer, code: fault.code }]],
      ),
    ),
    good: placed.filter(({ fault }) => fault === null).map(({ number: at }) => at),
  }
}
