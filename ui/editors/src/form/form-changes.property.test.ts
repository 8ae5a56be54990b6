import { compileForm, FIELD_KINDS, isGroup, isRepeat, type JsonObject } from '@tereze/forms'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { addExitPage, addField, addGroup, addPage, addRepeat } from './changes/add-item.ts'
import { changeKind } from './changes/change-kind.ts'
import { duplicateItem } from './changes/duplicate-item.ts'
import { moveBy, moveItem } from './changes/move-item.ts'
import type { Outcome } from './changes/outcome.ts'
import { removeItem } from './changes/remove-item.ts'
import { renameField } from './changes/rename-field.ts'
import { answersOf, renameAnswer, setAnswers } from './changes/set-answers.ts'
import { setMember } from './changes/set-member.ts'
import { setKeyword, setRequired } from './changes/set-schema.ts'
import { schemaOf } from './draft/data-schema.ts'
import { changedFiles } from './draft/draft-files.ts'
import type { FormDraft } from './draft/form-draft.ts'
import { neighboursOf } from './draft/neighbours.ts'
import { allItems, itemsIn, type Place, templateAt } from './draft/place.ts'
import { answerKey, dotted, spoken } from './draft/words.ts'
import { birth, done, open, start } from './testing/draft.fixture.ts'

const words = {
  question: spoken(language => `Question (${language})`),
  group: spoken(language => `Group (${language})`),
  list: spoken(language => `List (${language})`),
  page: spoken(language => `Page (${language})`),
  exit: spoken(language => `No (${language})`),
  answers: [spoken(language => `One (${language})`), spoken(language => `Two (${language})`)],
} as const

/** Keys without words, and words of data that the schema does not know. */
function unspoken(draft: FormDraft): string[] {
  const needed = [
    ...draft.form.pages.map(page => `page.${page.id}`),
    ...draft.form.pages.flatMap(page => (page.exit === undefined ? [] : [page.exit.slice('message:'.length)])),
    ...allItems(draft.form).flatMap(({ item, template }) =>
      isGroup(item)
        ? []
        : [
            `field.${dotted(template)}`,
            ...(answersOf(schemaOf(draft.schema, template)) ?? []).map(value => answerKey(template, value)),
          ],
    ),
  ]
  return (['en', 'ru', 'kk'] as const).flatMap(language =>
    needed.filter(key => (draft.words[language][key] ?? '') === '').map(key => `${language} ${key}`),
  )
}

function orphaned(draft: FormDraft): string[] {
  const groups = new Set(allItems(draft.form).flatMap(({ item }) => (isGroup(item) ? [item.group] : [])))
  const pages = new Set(draft.form.pages.map(page => page.id))
  return Object.keys(draft.words.en).filter(key => {
    const [kind = '', ...path] = key.split('.')
    if (kind === 'group') return !groups.has(path[0] ?? '')
    if (kind === 'page') return !pages.has(path[0] ?? '')
    if (kind === 'exit') return !draft.form.pages.some(page => page.exit === `message:${key}`)
    if (kind === 'field' || kind === 'hint') return found(draft, path) === undefined
    return kind === 'answer' && !isAnswer(draft, path)
  })
}

/** What the schema says of data of these names, in objects and in elements of lists; undefined when it knows none. */
function found(draft: FormDraft, names: readonly string[]): unknown {
  const at = (node: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return node
    const { properties, items } = (node ?? {}) as { properties?: Record<string, unknown>; items?: unknown }
    if (items !== undefined) return at(items, [name, ...rest])
    return properties !== undefined && Object.hasOwn(properties, name) ? at(properties[name], rest) : undefined
  }
  return at(draft.schema, names)
}

/** A question that is no longer asked keeps its answers while somebody reads them. */
function isAnswer(draft: FormDraft, path: readonly string[]): boolean {
  const listed = answersOf((found(draft, path.slice(0, -1)) as JsonObject | undefined) ?? null)
  return listed?.some(value => value.toLowerCase() === path.at(-1)) ?? false
}

describe('a form is built', () => {
  it('by any sequence of changes and stays one: it compiles, nothing lacks words, no words are left over', () => {
    const step = fc.record({
      what: fc.constantFrom(
        'field',
        'field',
        'field',
        'group',
        'repeat',
        'page',
        'exit',
        'remove',
        'copy',
        'move',
        'by',
        'rename',
        'kind',
        'answers',
        'answer',
        'when',
        'calculate',
        'required',
        'limit',
      ),
      at: fc.nat(1000),
      to: fc.nat(1000),
      kind: fc.constantFrom(...FIELD_KINDS),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), steps => {
        let draft = open(start, 'forms/apply.form.json')
        for (const { what, at, to, kind } of steps) {
          const outcome = apply(draft, what, at, to, kind)
          if (!outcome.ok) continue
          draft = outcome.draft
          const compiled = compileForm({ schema: draft.schema, form: draft.form })
          expect(compiled.ok ? [] : [what, ...compiled.problems]).toEqual([])
          expect([what, ...unspoken(draft)]).toEqual([what])
          expect([what, ...orphaned(draft)]).toEqual([what])
        }
      }),
      { numRuns: Math.ceil(250 * inject('share')) },
    )
  })
})

function apply(draft: FormDraft, what: string, at: number, to: number, kind: (typeof FIELD_KINDS)[number]): Outcome {
  const { form } = draft
  const items = allItems(form)
  const containers: Place[] = [
    ...form.pages.flatMap((page, index) => (page.items === undefined ? [] : [[index]])),
    ...items.filter(({ item }) => isGroup(item) || isRepeat(item)).map(({ place }) => place),
  ]
  const container = containers[to % containers.length] ?? [0]
  const spot = { container, index: at % ((itemsIn(form, container)?.length ?? 0) + 1) }
  const one = items[at % items.length]
  const place = one?.place ?? [0]
  const neighbours = neighboursOf(start, 'forms/apply.form.json')
  const other = items[to % items.length]
  const name = other === undefined || isGroup(other.item) ? 'name' : dotted(other.template)
  switch (what) {
    case 'field':
      return addField(draft, spot, kind, words)
    case 'group':
      return addGroup(draft, spot, words)
    case 'repeat':
      return addRepeat(draft, spot, words)
    case 'page':
      return addPage(draft, at % (form.pages.length + 1), words)
    case 'exit':
      return addExitPage(draft, at % (form.pages.length + 1), words)
    case 'remove':
      return removeItem(draft, at % 4 === 0 ? [at % form.pages.length] : place, neighbours)
    case 'copy':
      return duplicateItem(draft, place)
    case 'move':
      return moveItem(draft, place, spot, neighbours)
    case 'by':
      return moveBy(draft, at % 3 === 0 ? [at % form.pages.length] : place, to % 2 === 0 ? 1 : -1, neighbours)
    case 'rename':
      return renameField(start, 'forms/apply.form.json', draft, place, `renamed${to}`).outcome
    case 'kind':
      return changeKind(draft, place, kind, words)
    case 'answers':
      return setAnswers(draft, place, ['first', `more-${to}`], words.answers[0])
    case 'answer':
      return renameAnswer(draft, place, 'first', `other-${to}`)
    case 'required':
      return setRequired(draft, place, to % 2 === 0)
    case 'limit':
      return setKeyword(draft, place, 'maxLength', to)
    default:
      return setMember(draft, place, what === 'calculate' ? 'calculate' : 'when', `${name} != null`)
  }
}

describe('a question is renamed', () => {
  it('in the schema, the words, the conditions and every file that reads it', () => {
    const path = 'forms/name.form.json'
    const draft = open(birth, path)
    const place = allItems(draft.form).find(({ template }) => template.join('.') === 'statement.kind')?.place ?? []
    const renamed = renameField(birth, path, draft, place, 'ground')
    const { draft: after } = done(renamed.outcome)
    const files = changedFiles(path, draft, after)
    expect(files[path]).toContain('"when": "statement.ground = \\"joint-statement\\""')
    expect(files['messages/kk.json']).toContain('"answer.statement.ground.mother-alone"')
    expect(JSON.stringify(after)).not.toContain('statement.kind')
    expect(JSON.parse(files['data.schema.json'] ?? '').properties.statement.required[0]).toBe('ground')
    expect(renamed.files['regulation.json']).toContain('"when": "statement.ground = \\"foreign-marriage\\""')
    expect(renamed.files['decisions/eligibility.dmn'] ?? '').toContain('statement.ground')
    for (const text of Object.values(renamed.files)) expect(text).not.toMatch(/statement\.kind/)
    expect(renamed.byHand).toContain('cases/joint-statement.case.json')
  })

  it('not where the name is taken, or none that FEEL could read', () => {
    const draft = open(birth, 'forms/name.form.json')
    const rename = (name: string) => renameField(birth, 'forms/name.form.json', draft, [0, 0], name).outcome
    expect(rename('family')).toMatchObject({ ok: false, code: 'name-taken' })
    expect(rename('Given name')).toMatchObject({ ok: false, code: 'name-form' })
    expect(rename('for')).toMatchObject({ ok: false, code: 'name-form' })
  })
})

describe('a question is removed', () => {
  it('with its data and words, but not with what a decision still reads', () => {
    const path = 'forms/name.form.json'
    const draft = open(birth, path)
    const neighbours = neighboursOf(birth, path)
    const at = (name: string) => allItems(draft.form).find(({ template }) => template.join('.') === name)?.place ?? []
    const paper = done(removeItem(draft, at('paperTo'), neighbours)).draft
    const stays = neighbours.speakingOf(['paperTo']).length > 0
    expect('field.paperTo' in paper.words.ru).toBe(stays)
    const kind = done(removeItem(draft, at('statement.kind'), neighbours)).draft
    expect(kind.words.ru['field.statement.kind']).toBeDefined()
    expect(schemaOf(kind.schema, ['statement', 'kind'])).not.toBeNull()
    expect(schemaOf(kind.schema, ['statement'])?.required).not.toContain('kind')
  })

  it('not as the last of its page', () => {
    const draft = open(start, 'forms/apply.form.json')
    expect(removeItem(draft, [0, 0], neighboursOf(start, 'forms/apply.form.json'))).toMatchObject({
      ok: false,
      code: 'last-item',
    })
  })
})

describe('a question is moved', () => {
  const neighbours = neighboursOf(start, 'forms/apply.form.json')

  it('into a repetition with its data and words, and to another page as it is', () => {
    const list = done(addRepeat(open(start, 'forms/apply.form.json'), { container: [0], index: 1 }, words))
    const extra = done(addField(list.draft, { container: [0], index: 0 }, 'date', words))
    const moved = done(moveItem(extra.draft, [0, 0], { container: [0, 2], index: 0 }, neighbours))
    expect(moved.place).toEqual([0, 1, 0])
    expect(templateAt(moved.draft.form, moved.place)).toEqual(['list', '*', 'answer2'])
    expect(moved.draft.words.en['field.list.answer2']).toBe('Question (en)')
    expect(moved.draft.words.en['field.answer']).toBeUndefined()
  })

  it('not into a group whose condition it answers', () => {
    const group = done(addGroup(open(start, 'forms/apply.form.json'), { container: [0], index: 1 }, words))
    const asked = done(setMember(group.draft, group.place, 'when', 'name != null'))
    const moved = moveItem(asked.draft, [0, 0], { container: [0, 1], index: 0 }, neighbours)
    expect(moved).toMatchObject({ ok: false, code: 'cycle' })
  })
})

it('gives back only the files that changed', () => {
  const draft = open(birth, 'forms/name.form.json')
  const limited = done(setKeyword(draft, [0, 0], 'maxLength', 40)).draft
  expect(Object.keys(changedFiles('forms/name.form.json', draft, limited))).toEqual(['data.schema.json'])
  expect(changedFiles('forms/name.form.json', draft, draft)).toEqual({})
})
