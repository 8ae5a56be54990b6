import { unzip, ZipUnreadable } from '@tereze/zip-archive'
import { Parser } from 'saxen'
import type { DocxContent, DocxFault, DocxPart, DocxPiece, LeftOut } from './docx-content.ts'

/** Most bytes of a file. */
export const largestFile = 10_000_000
/** Most bytes that it unfolds to. */
const mostUnfolded = 40_000_000
const mostParts = 300

type Styled = { text: string; bold: boolean; italic: boolean } | { field: string; bold: boolean; italic: boolean }

/** What is kept for each element that is read and left again. */
const leftOutOf: Readonly<Record<string, LeftOut>> = {
  drawing: 'picture',
  pict: 'picture',
  object: 'picture',
  footnoteReference: 'note',
  endnoteReference: 'note',
  commentReference: 'note',
  txbxContent: 'box',
  oMath: 'formula',
}

class Refused extends Error {
  readonly fault: DocxFault
  constructor(fault: DocxFault) {
    super(fault)
    this.fault = fault
  }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Walks an XML text: names without prefix, attributes by name without prefix. */
function walk(
  xml: string,
  on: {
    open(name: string, attributes: Readonly<Record<string, string>>): void
    text?(text: string): void
    close?(name: string): void
  },
): void {
  // Many files have no lists, some no styles.
  if (xml === '') return
  // Entities of a file's own are never read: nothing that Word writes has them.
  if (/<!DOCTYPE/iu.test(xml)) throw new Refused('doctype')
  const parser = new Parser()
  let failed = false
  parser.on('openTag', (name, attributes, decode) => {
    const given = Object.entries(attributes() || {}).map(([key, value]) => [local(key), decode(value)])
    on.open(local(name), Object.fromEntries(given))
  })
  parser.on('text', (value, decode) => on.text?.(decode(value)))
  parser.on('cdata', value => on.text?.(value))
  parser.on('closeTag', name => on.close?.(local(name)))
  parser.on('error', () => {
    failed = true
  })
  parser.parse(xml)
  if (failed) throw new Refused('damaged')
}

/** Ids of the styles that are headings, whatever the language of the program that wrote the file. */
function headingStyles(xml: string): ReadonlySet<string> {
  const found = new Set<string>()
  let style = ''
  walk(xml, {
    open(name, { styleId = '', val = '' }) {
      if (name === 'style') style = styleId
      if (name === 'name' && /^(heading \d|title)$/iu.test(val)) found.add(style)
    },
  })
  return found
}

/** Ids of the lists whose first level has numbers. */
function numberedLists(xml: string): ReadonlySet<string> {
  const formats = new Map<string, string>()
  const found = new Set<string>()
  let [abstract, level, list] = ['', '', '']
  walk(xml, {
    open(name, { abstractNumId = '', ilvl = '', numId = '', val = '' }) {
      if (name === 'abstractNum') abstract = abstractNumId
      if (name === 'lvl') level = ilvl
      if (name === 'numFmt' && level === '0' && !formats.has(abstract)) formats.set(abstract, val)
      if (name === 'num') list = numId
      if (name === 'abstractNumId' && !['bullet', 'none', undefined].includes(formats.get(val))) found.add(list)
    },
  })
  return found
}

/** The pieces of a paragraph: marks `{{…}}` and «…» become fields, also where Word has cut them into several runs. */
function piecesOf(runs: readonly Styled[]): DocxPiece[] {
  const pieces: DocxPiece[] = []
  let pending: { text: string; bold: boolean; italic: boolean }[] = []
  const settle = () => {
    const whole = pending.map(({ text }) => text).join('')
    let at = 0
    const add = (to: number) => {
      let from = 0
      for (const { text, bold, italic } of pending) {
        const part = text.slice(Math.max(0, at - from), Math.max(0, to - from))
        if (part !== '') pieces.push({ text: part, bold, italic })
        from += text.length
      }
      at = to
    }
    const styleAt = (place: number) => {
      let from = 0
      return pending.find(({ text }) => {
        from += text.length
        return place < from
      })
    }
    for (const found of whole.matchAll(/\{\{\s*([^{}]{1,120}?)\s*\}\}|«([^«»]{1,120})»/gu)) {
      add(found.index)
      const { bold = false, italic = false } = styleAt(found.index) ?? {}
      pieces.push({ field: (found[1] ?? found[2] ?? '').trim(), mark: found[0], bold, italic })
      at = found.index + found[0].length
    }
    add(whole.length)
    pending = []
  }
  for (const run of runs) {
    if ('text' in run) pending.push(run)
    else {
      settle()
      pieces.push({ ...run, mark: `{{${run.field}}}` })
    }
  }
  settle()
  return pieces.filter(piece => !('text' in piece) || piece.text !== '')
}

const hasWords = (pieces: readonly DocxPiece[]) => pieces.some(piece => !('text' in piece) || piece.text.trim() !== '')
const isOn = (val: string | undefined) => !['0', 'false', 'off', 'none'].includes(val ?? '')

function readBody(xml: string, headings: ReadonlySet<string>, numbered: ReadonlySet<string>): DocxContent {
  const parts: DocxPart[] = []
  const leftOut = new Map<LeftOut, number>()
  const leave = (kind: LeftOut) => leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1)
  let runs: Styled[] = []
  let style = ''
  let list: string | null = null
  let [bold, italic, inRun, inText] = [false, false, false, false]
  /** Inside of what is left out, how deep. */
  let skipped = 0
  let tables = 0
  let rows: DocxPiece[][][] = []
  let cell: DocxPiece[] = []
  let instruction: string | null = null
  let shownOfField = false

  function mergeField(text: string): void {
    const name = /MERGEFIELD\s+(?:"([^"]+)"|(\S+))/iu.exec(text)
    if (name !== null) {
      runs.push({ field: (name[1] ?? name[2] ?? '').trim(), bold, italic })
      shownOfField = true
    }
  }
  function endParagraph(): void {
    const pieces = piecesOf(runs)
    runs = []
    if (tables > 0) {
      if (hasWords(pieces))
        cell.push(...(cell.length === 0 ? [] : [{ text: ' ', bold: false, italic: false }]), ...pieces)
    } else if (hasWords(pieces)) {
      const last = parts.at(-1)
      const isNumbered = list !== null && numbered.has(list)
      if (headings.has(style)) parts.push({ kind: 'heading', pieces })
      else if (list !== null && last?.kind === 'items' && last.numbered === isNumbered)
        parts[parts.length - 1] = { ...last, points: [...last.points, pieces] }
      else if (list !== null) parts.push({ kind: 'items', numbered: isNumbered, points: [pieces] })
      else parts.push({ kind: 'text', pieces })
    }
    if (parts.length > mostParts) throw new Refused('too-many-parts')
    style = ''
    list = null
  }

  walk(xml, {
    open(name, attributes) {
      const left = leftOutOf[name]
      if (left !== undefined) {
        if (skipped === 0) leave(left)
        skipped++
      }
      if (skipped > 0) return
      const { val } = attributes
      if (name === 'r') [inRun, bold, italic] = [true, false, false]
      else if (name === 'b' && inRun) bold = isOn(val)
      else if (name === 'i' && inRun) italic = isOn(val)
      else if (name === 't') inText = true
      else if (name === 'tab' || name === 'br') {
        if (inRun) runs.push({ text: ' ', bold, italic })
      } else if (name === 'pStyle') style = val ?? ''
      else if (name === 'numId' && tables === 0) list = val === '0' ? null : (val ?? null)
      else if (name === 'fldSimple') mergeField(attributes.instr ?? '')
      else if (name === 'fldChar' && attributes.fldCharType === 'begin') instruction = ''
      else if (name === 'fldChar' && attributes.fldCharType === 'separate') {
        mergeField(instruction ?? '')
        instruction = null
      } else if (name === 'fldChar' && attributes.fldCharType === 'end') {
        if (instruction !== null) mergeField(instruction)
        instruction = null
        shownOfField = false
      } else if (name === 'tbl') {
        tables++
        if (tables > 1) leave('inner-table')
      } else if (name === 'tr' && tables === 1) rows.push([])
      else if (name === 'tc' && tables === 1) cell = []
    },
    text(text) {
      if (skipped > 0) return
      if (instruction !== null && !inText) instruction += text
      // What a merge field shows stands for the field, which is taken over itself.
      else if (inText && !shownOfField) runs.push({ text, bold, italic })
    },
    close(name) {
      if (leftOutOf[name] !== undefined) {
        skipped--
        return
      }
      if (skipped > 0) return
      if (name === 't') inText = false
      else if (name === 'r') inRun = false
      else if (name === 'fldSimple') shownOfField = false
      else if (name === 'p') endParagraph()
      else if (name === 'tc' && tables === 1) rows.at(-1)?.push(cell)
      else if (name === 'tbl') {
        tables--
        if (tables > 0) return
        if (rows.some(row => row.length > 8) || rows.length > 101) leave('wide-table')
        else if (rows.some(row => row.some(hasWords))) parts.push({ kind: 'table', rows })
        rows = []
      }
    },
  })
  return { parts, leftOut }
}

/**
 * Reads a Word file (DOCX, ISO/IEC 29500): headings, paragraphs, bold and slanted, lists, tables; fields of a merge and marks. It is read
 * here and goes nowhere. Files that unfold too far, have entities of their own or are damaged are refused.
 */
export function readDocx(bytes: Uint8Array): { ok: true; content: DocxContent } | { ok: false; fault: DocxFault } {
  try {
    if (bytes.length > largestFile) throw new Refused('too-large')
    const wanted = /^word\/(document|styles|numbering|(header|footer)\d*)\.xml$/u
    const files = unzip(bytes, name => wanted.test(name), mostUnfolded)
    const text = (name: string) => new TextDecoder().decode(files.get(`word/${name}.xml`) ?? new Uint8Array())
    if (!files.has('word/document.xml')) throw new Refused('not-docx')
    const content = readBody(text('document'), headingStyles(text('styles')), numberedLists(text('numbering')))
    const pages = [...files.keys()].filter(name => /\/(header|footer)/u.test(name)).length
    if (pages === 0) return { ok: true, content }
    return { ok: true, content: { ...content, leftOut: new Map([...content.leftOut, ['header', pages]]) } }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault }
    if (!(error instanceof ZipUnreadable)) throw error
    return { ok: false, fault: error.fault }
  }
}
