import { compileForm } from '@tereze/forms'
import { importForm } from '@tereze/process-import'
import { describe, expect, it } from 'vitest'
import { insertForm, takenNames } from './changes/insert-form.ts'
import { setMember } from './changes/set-member.ts'
import { checkExpression, offeredNames } from './draft/check-expression.ts'
import { draftMemory } from './draft/draft-memory.ts'
import { knownNames } from './draft/known-names.ts'
import { neighboursOf } from './draft/neighbours.ts'
import { renamedFile } from './draft/other-files.ts'
import { placeOfPointer } from './draft/place.ts'
import { withPathRenamed } from './draft/rename-path.ts'
import { reviewForm } from './draft/review-form.ts'
import { contextOf, sampleContext } from './draft/sample-context.ts'
import { birth, done, open, start } from './testing/draft.fixture.ts'

const path = 'forms/name.form.json'

describe('a path in FEEL', () => {
  const kind = ['statement', 'kind']
  it.each([
    ['statement.kind = "statement.kind"', 'statement.ground = "statement.kind"'],
    ['other.statement.kind', 'other.statement.kind'],
    ['statement . kind.of', 'statement . ground.of'],
    ['{ statement: 1 }.statement', '{ statement: 1 }.statement'],
    ['statement.kindly or x[1].statement.kind', 'statement.kindly or x[1].statement.kind'],
  ])('%s', (before, after) => {
    expect(withPathRenamed(before, kind, 'ground')).toBe(after)
  })

  it('is known as the element inside a repetition, and by its whole name outside', () => {
    const share = ['employers', '*', 'share']
    const element = ['employers', '*']
    expect(withPathRenamed('item.share > 1', share, 'part', element)).toBe('item.part > 1')
    expect(withPathRenamed('sum(employers.share)', share, 'part')).toBe('sum(employers.part)')
    expect(withPathRenamed('item.share > 1', ['share'], 'part', element)).toBe('item.share > 1')
  })
})

it('an expression is looked at while it is typed, with the names of the form and of its context', () => {
  const files = new Map([...birth])
  const names = knownNames(open(files, path), files, [1, 0])
  expect(checkExpression('statement.kind = "joint-statement"', names)).toBeNull()
  expect(checkExpression('', names)).toBeNull()
  expect(checkExpression('spouse.id =', names)).toMatchObject({ kind: 'unreadable' })
  expect(checkExpression('spuose.id = null', names)).toEqual({ kind: 'unknown', name: 'spuose' })
  const { from, offered } = offeredNames('not(statement.ki', 16, names)
  expect([from, offered[0]]).toEqual([4, 'statement.kind'])
})

it('what a form reads besides its data has samples in a preview', () => {
  const samples = sampleContext(open(start, 'forms/apply.form.json'))
  expect(samples).toEqual({})
  const asked = done(setMember(open(start, 'forms/apply.form.json'), [0, 0], 'from', 'family.children')).draft
  const context = contextOf(sampleContext(asked), { now: '2026-03-02T00:00:00Z', zone: 'UTC' })
  expect(context).toMatchObject({ family: { children: [{ id: 'one' }, { id: 'two' }] } })
})

describe('a form is looked through', () => {
  const codes = (files: ReadonlyMap<string, string>, at: string) =>
    reviewForm(open(files, at), neighboursOf(files, at)).map(({ place, code }) => `${place.join('/')} ${code}`)

  it('where nothing is said, nothing is meant, nothing is the reason', () => {
    const files = new Map([...start, ['messages/kk.json', '{ "page.first": "Бірінші" }']])
    expect(codes(files, 'forms/apply.form.json')).toEqual([
      '0/0 label-missing',
      '0/0 concept-missing',
      '0/0 reason-missing',
    ])
  })

  it('where a condition reads what is asked only later, and a hint is too long', () => {
    const form = {
      format: 1,
      pages: [
        { id: 'first', when: 'other = "a"', items: [{ field: '/name', as: 'text', because: '1' }] },
        { id: 'second', items: [{ field: '/other', as: 'text' }] },
      ],
    }
    const files = new Map([...start, ['forms/apply.form.json', JSON.stringify(form)]])
    files.set('data.schema.json', '{ "type": "object", "properties": { "name": {}, "other": {} } }')
    files.set(
      'messages/en.json',
      JSON.stringify({ 'page.first': 'A', 'field.name': 'B', 'hint.name': 'x'.repeat(161) }),
    )
    const found = codes(files, 'forms/apply.form.json')
    expect(found).toContain('0 asked-too-late')
    expect(found).toContain('0/0 hint-long')
    expect(found).not.toContain('1/0 reason-missing')
  })
})

it('files that are not the form: what can be renamed safely is, the rest is told', () => {
  const sources = '[{ "into": "/statement/kind",   "input": { "a": "= statement.kind" }, "text": "statement.kind" }]'
  expect(renamedFile('sources.json', sources, ['statement', 'kind'], 'ground').text).toBe(
    '[{ "into": "/statement/ground",   "input": { "a": "= statement.ground" }, "text": "statement.kind" }]',
  )
  const model = '<definitions><inputData name="kind"/><text>kind = 1</text></definitions>'
  expect(renamedFile('decisions/a.dmn', model, ['kind'], 'ground')).toEqual({
    text: '<definitions><inputData name="kind"/><text>ground = 1</text></definitions>',
    byHand: true,
  })
  expect(renamedFile('notices/a.md', 'Dear {name}, of a kind', ['kind'], 'ground').byHand).toBe(false)
  expect(renamedFile('notices/a.md', 'It is {kind}', ['kind'], 'ground').byHand).toBe(true)
})

it('what a change left alone is the same object when the files come back', () => {
  const memory = draftMemory()
  const read = memory.read(birth, path)
  if (!read.ok) throw new Error(read.fault)
  const after = done(setMember(read.draft, [0, 0], 'because', '13.2')).draft
  const files = new Map([...birth, ...Object.entries(memory.write(path, read.draft, after))])
  const again = memory.read(files, path)
  expect(again.ok && again.draft).toBe(after)
  expect(after.words).toBe(read.draft.words)
  const undone = memory.read(birth, path)
  expect(undone.ok && undone.draft.form).toEqual(read.draft.form)
  expect(undone.ok && undone.draft.schema).toBe(after.schema)
})

it('a form from outside becomes a page whose ids and names are its own', () => {
  const draft = open(start, 'forms/apply.form.json')
  const text = JSON.stringify({
    components: [
      { type: 'textfield', id: 'a', key: 'name', label: 'Name', validate: { required: true } },
      { type: 'group', id: 'g', label: 'More', components: [{ type: 'number', id: 'b', key: 'age', label: 'Age' }] },
    ],
  })
  const imported = importForm({ name: 'first.form', text, taken: takenNames(draft) })
  if (!imported.ok) throw new Error(imported.why)
  const { draft: after } = done(insertForm(draft, imported, 1))
  expect(after.form.pages.map(page => page.id)).toEqual(['first', 'first-2'])
  expect(after.words.kk).toMatchObject({ 'page.first-2': 'first', 'field.name2': 'Name', 'group.g': 'More' })
  expect(after.schema.required).toEqual(['name2'])
  expect(compileForm({ schema: after.schema, form: after.form }).ok).toBe(true)
})

it('a problem of the check leads to its place', () => {
  expect(placeOfPointer('/pages/1/items/2/items/0/when')).toEqual([1, 2, 0])
  expect(placeOfPointer('/pages/1')).toEqual([1])
  expect(placeOfPointer('/signature')).toBeNull()
})
