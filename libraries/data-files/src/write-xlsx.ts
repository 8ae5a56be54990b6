import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { cellText } from './write-csv.ts'
import type { Portions, WrittenColumn } from './written-column.ts'

/** Rows that a sheet holds with its head (ECMA-376, 18.3.1.73); a longer table goes on on the next sheet. */
const largestSheet = 1_048_576
/** Characters that a cell holds. */
const longestText = 32_767
/** The first day that an archive can name: the same table is the same file at any time. */
const madeAt = '1980-01-01T00:00:00'

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
const numbered = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** A text as XML holds it; letters that XML has not, and what looks like their writing, by number (ECMA-376, 22.9.2.19). */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, numbered)
    .replaceAll(/[&<>"\r]/g, sign => named[sign] ?? sign)
}

/** A cell. Text is never computed, whatever it begins with. */
function cell(value: unknown, style = ''): string {
  if (value === null || value === undefined) return '<c/>'
  if (typeof value === 'number' && Number.isFinite(value)) return `<c><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`
  const text = escaped(cellText(value).slice(0, longestText))
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${text}</t></is></c>`
}

const sheetEnd = '</sheetData></worksheet>'
function sheetBegin(columns: readonly WrittenColumn[]): string {
  const head = columns.map(({ name }) => cell(name, ' s="1"')).join('')
  return xml(`<worksheet xmlns="${spreadsheet}"><sheetData><row>${head}</row>`)
}

const styles = xml(
  `<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
)

/** The parts of a workbook besides its sheets. */
function partsOf(sheets: number): [string, string][] {
  const each = (write: (number: number) => string) => Array.from({ length: sheets }, (_, at) => write(at + 1)).join('')
  return [
    ['xl/styles.xml', styles],
    [
      'xl/workbook.xml',
      xml(
        `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${each(number => `<sheet name="${number}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      xml(
        `<Relationships xmlns="${relationships}">${each(number => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      ),
    ],
    [
      '_rels/.rels',
      xml(
        `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    ],
    [
      '[Content_Types].xml',
      xml(
        `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>${each(number => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${media}.worksheet+xml"/>`)}</Types>`,
      ),
    ],
  ]
}

/** A table as an XLSX workbook (ECMA-376), in pieces: what was told of it is not kept. */
export async function* writeXlsx(
  columns: readonly WrittenColumn[],
  portions: Portions,
  rowsOfSheet = largestSheet,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  const told = () => {
    const all = pieces
    pieces = []
    return all
  }
  let sheets = 0
  const beginSheet = () => {
    sheets += 1
    const begun = new ZipDeflate(`xl/worksheets/sheet${sheets}.xml`, { level: 6 })
    begun.mtime = madeAt
    archive.add(begun)
    begun.push(strToU8(sheetBegin(columns)))
    return begun
  }
  let sheet = beginSheet()
  let room = rowsOfSheet - 1
  for await (const rows of portions) {
    for (let from = 0; from < rows.length; ) {
      if (room === 0) {
        sheet.push(strToU8(sheetEnd), true)
        sheet = beginSheet()
        room = rowsOfSheet - 1
      }
      const some = rows.slice(from, from + room)
      sheet.push(strToU8(some.map(row => `<row>${columns.map((_, at) => cell(row[at])).join('')}</row>`).join('')))
      from += some.length
      room -= some.length
    }
    yield* told()
  }
  sheet.push(strToU8(sheetEnd), true)
  for (const [name, content] of partsOf(sheets)) {
    const part = new ZipPassThrough(name)
    part.mtime = madeAt
    archive.add(part)
    part.push(strToU8(content), true)
  }
  archive.end()
  yield* told()
}
