import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { birth } from '../../form/testing/draft.fixture.ts'
import { readDocument, wordsOf } from '../draft/document-draft.ts'
import { partsIn } from '../draft/parts.ts'
import { readDocx } from './read-docx.ts'
import { takeDocx } from './take-docx.ts'

const head =
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
const p = (inner: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const r = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const styles = '<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>'
const numbering =
  '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>'

function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const files = {
    'word/document.xml': `${head}${body}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
function partsOf(bytes: Uint8Array) {
  const read = readDocx(bytes)
  if (!read.ok) throw new Error(read.fault)
  return read.content
}
const plain = { bold: false, italic: false }

describe('a Word file', () => {
  it('gives headings, paragraphs with bold and slanted words, lists and tables, in their order', () => {
    const list = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`
    const cell = (text: string) => `<w:tc>${p(r(text))}</w:tc>`
    const { parts } = partsOf(
      docx(
        p(r('Шешім'), '<w:pStyle w:val="1"/>') +
          p(r('Қалың ', '<w:b/>') + r('көлбеу', '<w:i/><w:b w:val="0"/>') + r(' &amp; жай')) +
          p('') +
          p(r('бір'), list(1)) +
          p(r('екі'), list(1)) +
          p(r('үш'), list(2)) +
          `<w:tbl><w:tr>${cell('Ай')}${cell('Сома')}</w:tr><w:tr>${cell('Мамыр')}${cell('5')}</w:tr></w:tbl>`,
      ),
    )
    expect(parts).toEqual([
      { kind: 'heading', pieces: [{ text: 'Шешім', ...plain }] },
      {
        kind: 'text',
        pieces: [
          { text: 'Қалың ', bold: true, italic: false },
          { text: 'көлбеу', bold: false, italic: true },
          { text: ' & жай', ...plain },
        ],
      },
      { kind: 'items', numbered: true, points: [[{ text: 'бір', ...plain }], [{ text: 'екі', ...plain }]] },
      { kind: 'items', numbered: false, points: [[{ text: 'үш', ...plain }]] },
      {
        kind: 'table',
        rows: [
          [[{ text: 'Ай', ...plain }], [{ text: 'Сома', ...plain }]],
          [[{ text: 'Мамыр', ...plain }], [{ text: '5', ...plain }]],
        ],
      },
    ])
  })

  it('gives fields of marks, also cut into runs, and of both kinds of merge field, without what they show', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const { parts } = partsOf(
      docx(
        p(
          r('A {{bir') +
            r('th.child.born', '<w:b/>') +
            r('}} «Бала» ') +
            `<w:fldSimple w:instr=" MERGEFIELD name ">${r('«name»')}</w:fldSimple>` +
            field('begin') +
            '<w:r><w:instrText> MERGEFIELD "Act number" </w:instrText></w:r>' +
            field('separate') +
            r('shown') +
            field('end') +
            r(' end'),
        ),
      ),
    )
    expect(parts[0]).toMatchObject({
      pieces: [
        { text: 'A ' },
        { field: 'birth.child.born', mark: '{{birth.child.born}}' },
        { text: ' ' },
        { field: 'Бала', mark: '«Бала»' },
        { text: ' ' },
        { field: 'name' },
        { field: 'Act number' },
        { text: ' end' },
      ],
    })
  })

  it('tells what is left out', () => {
    const deep = `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${p(r('x'))}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`
    const body = p(`<w:r><w:drawing><w:t>hidden</w:t></w:drawing><w:footnoteReference/></w:r>${r('seen')}`) + deep
    const { parts, leftOut } = partsOf(docx(body, { 'word/header1.xml': '<w:hdr/>' }))
    expect(parts[0]).toMatchObject({ pieces: [{ text: 'seen' }] })
    expect([...leftOut]).toEqual([
      ['picture', 1],
      ['note', 1],
      ['inner-table', 1],
      ['header', 1],
    ])
  })

  it('is refused when it is another file, damaged, hostile or huge', () => {
    const fault = (bytes: Uint8Array) => {
      const read = readDocx(bytes)
      return read.ok ? null : read.fault
    }
    expect(fault(new Uint8Array(10_000_001))).toBe('too-large')
    expect(fault(zipSync({ 'a.txt': strToU8('a') }))).toBe('not-docx')
    expect(fault(strToU8('no archive'))).not.toBeNull()
    expect(fault(docx('').subarray(0, 150))).toBe('damaged')
    expect(fault(zipSync({ 'word/document.xml': new Uint8Array(41_000_000) }))).toBe('expands-too-far')
    const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>'
    expect(fault(zipSync({ 'word/document.xml': strToU8(entity) }))).toBe('doctype')
    expect(fault(docx(p(r('x')).repeat(302)))).toBe('too-many-parts')
  })
})

it('becomes parts of a template: fields that the service has, the others as text and told', () => {
  const read = readDocument(birth, 'documents/birth-certificate.document.json')
  if (!read.ok) throw new Error(read.path)
  const content = partsOf(
    docx(p(r('{{Туған күні}} {{unheard}} «тырнақша» {{birth.child.born}}')) + p(r('Соңы'), '<w:pStyle w:val="1"/>')),
  )
  const fields = [{ is: 'birth.child.born', as: 'date' as const, label: 'Туған күні' }]
  const { draft, report } = takeDocx(read.draft, content, 'kk', fields)
  const [text, heading] = partsIn(draft).slice(partsIn(read.draft).length)
  expect(text).toEqual({
    text: 'message:document.birth-certificate.text',
    values: { born: { is: '= birth.child.born', as: 'date' } },
  })
  expect(wordsOf(draft, 'document.birth-certificate.text')).toEqual({
    en: '',
    ru: '',
    kk: "{born} '{{'unheard'}}' «тырнақша» {born}",
  })
  expect(heading).toEqual({ heading: 'message:document.birth-certificate.heading' })
  expect(report).toMatchObject({ taken: { text: 1, heading: 1, fields: 2 }, unknown: ['unheard'] })
})
