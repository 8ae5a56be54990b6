import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { spoken } from '../form/draft/words.ts'
import { birth } from '../form/testing/draft.fixture.ts'
import { fieldName, missingFields, type TextPlace, valuesAt, writeText } from './changes/write-text.ts'
import {
  changedDocument,
  type DocumentDraft,
  readDocument,
  withAt,
  withMoved,
  wordsOf,
} from './draft/document-draft.ts'
import { fieldsIn, readTokens, writeTokens } from './draft/message-tokens.ts'
import { documentNames, offeredFields } from './draft/offered-fields.ts'
import {
  kindOf,
  partKinds,
  partsIn,
  withNewColumn,
  withNewLine,
  withNewPart,
  withNewRow,
  withoutColumn,
} from './draft/parts.ts'
import { sampleTexts, storiesIn } from './draft/sample-data.ts'
import { withoutLeftOver } from './draft/unused-words.ts'
import { readValue, writeValue } from './draft/value.ts'

const services = new URL('../../../../content/services/', import.meta.url)
const path = 'documents/birth-certificate.document.json'

function open(files: ReadonlyMap<string, string> = birth): DocumentDraft {
  const read = readDocument(files, path)
  if (!read.ok) throw new Error(read.path)
  return read.draft
}

const words = {
  heading: spoken(() => 'Heading'),
  label: spoken(() => 'Label'),
  column: spoken(() => 'Column'),
  empty: spoken(() => ''),
}
const text: TextPlace = { holder: ['body', '1'], member: 'text' }

describe('every template of the content', () => {
  const paths = globSync('*/*/documents/*.document.json', { cwd: services })

  it('is read and written again as it was, and has no part that the editor does not know', () => {
    expect(paths.length).toBeGreaterThan(10)
    for (const one of paths) {
      const files = new Map([[path, readFileSync(new URL(one, services), 'utf8')]])
      const draft = open(files)
      const copy = { ...draft, template: { ...draft.template } }
      expect(JSON.parse(changedDocument(path, draft, copy)[path] ?? ''), one).toEqual(JSON.parse(files.get(path) ?? ''))
      const lines = (written: string | undefined) => written?.replaceAll(/^ +/gmu, '')
      expect(lines(changedDocument(path, draft, copy)[path]), one).toBe(lines(files.get(path)))
      for (const part of partsIn(draft)) {
        expect(kindOf(part), one).not.toBeNull()
        for (const { value } of (part as { fields?: { value: string }[] }).fields ?? [])
          expect(writeValue(readValue(value))).toEqual(value)
      }
    }
  })

  it('has texts that come back as they were', () => {
    for (const one of globSync('*/*/messages/*.json', { cwd: services })) {
      const messages = JSON.parse(readFileSync(new URL(one, services), 'utf8')) as Record<string, string>
      for (const message of Object.values(messages)) {
        expect(writeTokens(readTokens(message)).replaceAll("''", "'")).toBe(message.replaceAll("''", "'"))
      }
    }
  })

  it('keeps parts and members that the editor does not know', () => {
    const template = { id: 'x', odd: { a: 1 }, body: [{ unheard: [1] }, { text: 'message:a', odd: true }] }
    const draft = open(new Map([[path, JSON.stringify(template)]]))
    const moved = withMoved(writeText(draft, text, 'kk', 'Жаңа'), ['body'], 1, -1)
    expect(kindOf(partsIn(moved)[1])).toBeNull()
    expect(moved.template).toEqual({ ...template, body: [template.body[1], template.body[0]] })
  })
})

describe('a text with fields', () => {
  it.each([
    'plain',
    "it's {name}’s",
    "'{'braces'}' and ''{name}''",
    '<b>bold <i>both</i></b> <i>slanted {name}</i>',
    '{n, plural, one {# day {name}} other {# days}} left',
    '{ name } unclosed {',
  ])('%s', message => {
    const tokens = readTokens(message)
    expect(readTokens(writeTokens(tokens))).toEqual(tokens)
  })

  it('writes what somebody types as it is meant', () => {
    const typed = "Ata-ana {мәтін} <b>емес</b>, O''Neil'"
    const message = writeTokens([{ kind: 'text', text: typed, bold: false, italic: true }])
    expect(readTokens(message)).toEqual([
      { kind: 'text', text: typed.replace('<b>', '‹b›').replace('</b>', '‹/b›'), bold: false, italic: true },
    ])
    expect([...fieldsIn('{a} {n, plural, other {{b}}}')]).toEqual(['a', 'n', 'b'])
  })

  it('takes a field with its value, once for one value, and lets it go when no language has it', () => {
    const date = { is: 'birth.child.born', as: 'date' as const }
    expect(fieldName(open(), text, date)).toBe('born')
    const one = writeText(open(), text, 'kk', 'Туған күні {born}', { name: 'born', value: date })
    expect(valuesAt(one, text)).toEqual({ born: { is: '= birth.child.born', as: 'date' } })
    expect(fieldName(one, text, date)).toBe('born')
    expect(fieldName(one, text, { ...date, as: 'text' })).toBe('born2')
    expect(fieldName(one, text, { is: 'a + b', as: 'text' })).toBe('value')
    expect(missingFields(one, text)).toEqual([
      { language: 'en', name: 'born' },
      { language: 'ru', name: 'born' },
    ])
    const two = writeText(one, text, 'ru', 'Дата {born}', { name: 'born', value: date })
    expect(valuesAt(writeText(two, text, 'kk', 'Туған'), text)).not.toEqual({})
    const none = writeText(writeText(two, text, 'kk', 'Туған'), text, 'ru', 'Дата')
    expect(valuesAt(none, text)).toEqual({})
    expect(none.template).toEqual(open().template)
  })

  it('begins words where there are none', () => {
    const page = writeText(open(), { holder: ['page'], member: 'header' }, 'ru', 'Вверху')
    expect(page.template.page).toEqual({ header: 'message:document.birth-certificate.header' })
    expect(wordsOf(page, 'document.birth-certificate.header')).toEqual({ en: '', ru: 'Вверху', kk: '' })
  })
})

describe('parts of a page', () => {
  it('are put in, each kind with its words, and taken out with words that nobody needs', () => {
    for (const kind of partKinds) {
      const made = withNewPart(open(), 1, kind, words)
      expect(kindOf(partsIn(made)[1])).toBe(kind)
      expect(Object.keys(changedDocument(path, open(), made))).toContain(path)
      const gone = withoutLeftOver(made, withAt(made, ['body', '1'], undefined), birth, path)
      expect(gone.template).toEqual(open().template)
      expect(gone.words).toEqual(open().words)
    }
  })

  it('keep words that stand elsewhere too', () => {
    const draft = open()
    const without = withoutLeftOver(draft, withAt(draft, ['body', '2'], undefined), birth, path)
    // Named by an expression; shown by the check.
    expect(without.words.en['document.child']).toBeDefined()
    expect(without.words.en['document.father']).toBeUndefined()
  })

  it('grow: points, lines, rows, columns', () => {
    const table = withNewPart(open(), 0, 'table', words)
    const wide = withNewColumn(withNewRow(table, ['body', '0', 'table'], 1, words), ['body', '0', 'table'], words)
    const shape = (draft: DocumentDraft) =>
      (partsIn(draft)[0] as { table: { columns: unknown[]; rows: { cells: unknown[] }[] } }).table
    expect(shape(wide).rows.map(({ cells }) => cells.length)).toEqual([3, 3])
    const narrow = shape(withoutColumn(wide, ['body', '0', 'table'], 0))
    expect([narrow.columns.length, ...narrow.rows.map(({ cells }) => cells.length)]).toEqual([2, 2, 2])
    const items = withNewLine(withNewPart(open(), 0, 'items', words), ['body', '0', 'items'], 1, words)
    expect((partsIn(items)[0] as { items: unknown[] }).items).toHaveLength(2)
    const fields = withNewLine(open(), ['body', '2', 'fields'], 0, words)
    expect((partsIn(fields)[2] as { fields: object[] }).fields[0]).toMatchObject({ value: '= null' })
  })
})

describe('fields that are offered', () => {
  const always = [{ is: 'case.number', as: 'text' as const, label: 'Number' }]
  const fields = offeredFields(open(), birth, 'ru', always)

  it('have the names that people know, once each', () => {
    expect(new Set(fields.map(({ is }) => is)).size).toBe(fields.length)
    expect(fields).toContainEqual({ is: 'birth.child.born', as: 'date', label: 'Дата рождения' })
    expect(fields).toContainEqual({ is: 'name', as: 'name', label: 'Ребёнок' })
    expect(fields).toContainEqual(always[0])
  })

  it('are what expressions may read', () => {
    const names = documentNames(birth, fields)
    for (const root of ['birth', 'applicant', 'decision', 'item', 'case']) expect(names.roots).toContain(root)
    expect(names.roots).not.toContain('unheard')
    expect(names.offered).toContain('birth.child.born')
  })
})

describe('data for a preview', () => {
  const { template } = open()
  const story = birth.get('cases/correction-of-a-misspelled-name.case.json')

  it('are told by a story, or made up by how they are written, and reach everything that the page reads', () => {
    const made = sampleTexts(template, undefined, false)
    expect(made.get('birth.child.born')).toBe('2026-03-02')
    expect(made.get('name')).toContain('family')
    expect(made.has('applicant.name')).toBe(true)
    // What is only signed, and what an item of a list has, is no data of the page.
    expect([...made.keys()].filter(path => path.startsWith('item'))).toEqual([])
    const told = sampleTexts(template, story, false)
    expect(JSON.parse(told.get('name') ?? '')).toEqual({ given: 'Айсулу', family: 'Алтынова' })
    expect(storiesIn(birth).map(({ path: one }) => one)).toContain('cases/correction-of-a-misspelled-name.case.json')
  })

  it('can be as long as they may get', () => {
    const [short, long] = [sampleTexts(template, undefined, false), sampleTexts(template, undefined, true)]
    expect((long.get('applicant.name') ?? '').length).toBeGreaterThan((short.get('applicant.name') ?? '').length + 40)
  })
})
