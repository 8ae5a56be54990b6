import { Parser } from 'saxen'
import {
  CellFault,
  type DataRow,
  type DataTable,
  distinctColumns,
  FileUnreadable,
  fitCells,
  type ReadLimits,
  textCell,
} from './table.ts'
import { unfolded } from './unfolded.ts'

type Attributes = Readonly<Record<string, string>>

/** Goes through a part of the workbook, if it has it: opened tags with their attributes, closed tags with the text right before them. */
function walk(
  xml: string,
  open: (name: string, of: Attributes) => void,
  close: (name: string, text: string) => void,
): void {
  if (xml === '') return
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  let text = ''
  const parser = new Parser()
  parser.on('openTag', (name, attributes, decode) => {
    text = ''
    const given = attributes() || {}
    open(local(name), Object.fromEntries(Object.entries(given).map(([key, value]) => [key, decode(value)])))
  })
  parser.on('text', (value, decode) => {
    text += decode(value)
  })
  parser.on('cdata', value => {
    text += value
  })
  parser.on('closeTag', name => {
    close(local(name), text)
    text = ''
  })
  parser.on('error', () => {
    throw new FileUnreadable('file.damaged')
  })
  parser.parse(xml)
}

/** A text whose letters may be written by number (ECMA-376, 22.9.2.19). */
function plainText(text: string): string {
  return text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Texts that cells point to by number; runs of one text together, readings of it left out. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let runs = ''
  let isReading = false
  walk(
    xml,
    name => {
      if (name === 'si') runs = ''
      if (name === 'rPh') isReading = true
    },
    (name, text) => {
      if (name === 't' && !isReading) runs += plainText(text)
      if (name === 'rPh') isReading = false
      if (name === 'si') texts.push(runs)
    },
  )
  return texts
}

/** Number formats of dates that every program knows (ECMA-376, 18.8.30). */
const dateFormats: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])
const isDateCode = (code: string) =>
  /[ymdh]/i.test(code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/general/i.test(code)

/** For each style of cells whether it shows numbers as dates. */
function dateStyles(xml: string): boolean[] {
  const own = new Set<number>()
  const styles: boolean[] = []
  let isInside = false
  walk(
    xml,
    (name, of) => {
      if (name === 'numFmt' && isDateCode(of.formatCode ?? '')) own.add(Number(of.numFmtId))
      if (name === 'cellXfs') isInside = true
      if (name === 'xf' && isInside) styles.push(dateFormats.has(Number(of.numFmtId)) || own.has(Number(of.numFmtId)))
    },
    name => {
      if (name === 'cellXfs') isInside = false
    },
  )
  return styles
}

const day = 86_400_000

/** The date that a serial number stands for; with a time when it has one. */
function dateOf(serial: number, from1904: boolean): string | number {
  const start = from1904 ? Date.UTC(1904, 0, 1) : serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const moment = new Date(start + Math.round(serial * day))
  if (Number.isNaN(moment.getTime()) || serial < 0 || serial > 2_958_465) return serial
  const text = moment.toISOString()
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19)
}

/** `BC12` is column 54, row 12, both counted from zero and one. */
function placeOf(reference: string): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (letters === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) }
}

interface Book {
  readonly texts: readonly string[]
  readonly styles: readonly boolean[]
  readonly from1904: boolean
}

interface Cell {
  type: string
  style: number
  hasFormula: boolean
  value: string | null
}

function cellValue({ type, style, hasFormula, value }: Cell, book: Book, limits: ReadLimits): unknown {
  if (type === 'e') return new CellFault('cell.error')
  if (value === null || value === '') return hasFormula ? new CellFault('cell.not-computed') : null
  if (type === 's') return textCell(book.texts[Number(value)] ?? '\uFFFD', limits)
  if (type === 'b') return value === '1'
  if (type !== 'n') return textCell(value, limits)
  const number = Number(value)
  if (Number.isNaN(number)) return new CellFault('cell.unreadable')
  return book.styles[style] === true ? dateOf(number, book.from1904) : number
}

interface Sheet {
  readonly rows: Map<number, unknown[]>
  readonly merged: readonly string[]
}

function readSheet(xml: string, book: Book, limits: ReadLimits): Sheet {
  const rows = new Map<number, unknown[]>()
  const merged: string[] = []
  let row = 0
  let column = -1
  let cell: Cell | null = null
  walk(
    xml,
    (name, of) => {
      if (name === 'mergeCell' && of.ref !== undefined) merged.push(of.ref)
      if (name === 'row') {
        row = Number(of.r ?? row + 1)
        column = -1
        if (rows.size > limits.rows) throw new FileUnreadable('file.too-many-rows', limits.rows)
      }
      if (name === 'f' && cell !== null) cell.hasFormula = true
      if (name !== 'c') return
      column = placeOf(of.r ?? '')?.column ?? column + 1
      if (column >= limits.columns) throw new FileUnreadable('file.too-many-columns', limits.columns)
      cell = { type: of.t ?? 'n', style: Number(of.s ?? 0), hasFormula: false, value: null }
    },
    (name, text) => {
      if (cell === null) return
      if (name === 'v') cell.value = text
      if (name === 't') cell.value = (cell.value ?? '') + plainText(text)
      if (name !== 'c') return
      const value = cellValue(cell, book, limits)
      cell = null
      if (value === null) return
      const cells = rows.get(row) ?? []
      cells[column] = value
      rows.set(row, cells)
    },
  )
  return { rows, merged }
}

/** Cells hidden under a merged one hold nothing of their own: in which row and column they are. */
function markMerged({ rows, merged }: Sheet, width: number, headRow: number): void {
  for (const range of merged) {
    const [from, to] = range.split(':').map(placeOf)
    if (!from || !to) continue
    for (const [row, cells] of rows) {
      if (row <= headRow || row < from.row || row > to.row) continue
      for (let column = from.column; column <= Math.min(to.column, width - 1); column++)
        if (row !== from.row || column !== from.column) cells[column] = new CellFault('cell.merged')
    }
  }
}

const namesSheet = (name: string) =>
  /^xl\/(worksheets\/[^/]+\.xml|workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels)$/.test(name)

/** The path of the first sheet of a workbook. */
function firstSheet(parts: ReadonlyMap<string, string>): string {
  let id = ''
  walk(
    parts.get('xl/workbook.xml') ?? '',
    (name, of) => {
      if (name === 'sheet' && id === '')
        id = of['r:id'] ?? Object.entries(of).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    },
    () => undefined,
  )
  let target = ''
  walk(
    parts.get('xl/_rels/workbook.xml.rels') ?? '',
    (name, of) => {
      if (name === 'Relationship' && of.Id === id) target = of.Target ?? ''
    },
    () => undefined,
  )
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Reads the first sheet of an XLSX workbook (ECMA-376). The first row with values names the columns; formulas count by their results. */
export function readXlsx(bytes: Uint8Array, limits: ReadLimits): DataTable {
  const files = unfolded(bytes, namesSheet, limits.unfolded)
  const parts = new Map([...files].map(([name, content]) => [name, new TextDecoder().decode(content)]))
  const workbook = parts.get('xl/workbook.xml')
  if (workbook === undefined) throw new FileUnreadable('file.format-unknown')
  const sheet = parts.get(firstSheet(parts))
  if (sheet === undefined) throw new FileUnreadable('file.damaged')
  const book = {
    texts: sharedTexts(parts.get('xl/sharedStrings.xml') ?? ''),
    styles: dateStyles(parts.get('xl/styles.xml') ?? ''),
    from1904: /date1904="(1|true)"/.test(workbook),
  }
  const found = readSheet(sheet, book, limits)
  const [head, ...numbers] = [...found.rows.keys()].sort((a, b) => a - b)
  const names = head === undefined ? undefined : found.rows.get(head)
  if (head === undefined || names === undefined) throw new FileUnreadable('file.empty')
  const columns = distinctColumns(
    Array.from(names, name => (typeof name === 'string' || typeof name === 'number' ? String(name) : '')),
  )
  markMerged(found, columns.length, head)
  const rows = numbers.map(
    (number): DataRow => ({
      number,
      ...fitCells(
        Array.from(found.rows.get(number) ?? [], cell => cell ?? null),
        columns.length,
        true,
      ),
    }),
  )
  return { format: 'xlsx', encoding: null, delimiter: null, columns, rows }
}
