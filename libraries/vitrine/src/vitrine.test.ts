import { type Concept, checkFields, fieldsOf } from '@tereze/meta-model'
import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Column, composeContract, draftVitrine, expressColumn, type Relation, suggestConcepts } from './index.ts'

const column = (name: string, base: string, more: Partial<Column> = {}): Column => ({
  name,
  type: base,
  base,
  digits: null,
  scale: null,
  longest: null,
  codes: null,
  required: false,
  readable: true,
  comment: null,
  ...more,
})
const concept = (id: string, type: Concept['type'], more: Partial<Concept> = {}): Concept => ({
  id,
  type,
  owner: 'tax-agency',
  ...more,
})
const all = [
  concept('earner', 'record', { prefix: 'person' }),
  concept('amount', 'text'),
  concept('year', 'integer'),
  concept('date-of-birth', 'date'),
  concept('date-of-report', 'date'),
  concept('income-source', 'text', { codes: ['employer', 'pension-fund'] }),
  concept('count', 'number'),
  concept('moment', 'instant'),
  concept('late', 'boolean'),
]
const concepts = new Map(all.map(one => [one.id, one]))
const russian: Record<string, string> = { 'date-of-report': 'Дата отчёта', amount: 'Сумма' }
const named = all.map(one => ({ concept: one, names: [one.id, russian[one.id] ?? one.id] }))
const meanings = { concepts, nameOf: (id: string, language: string) => `${id} ${language}` }

const relation: Relation = {
  name: 'own.income_of_persons',
  kind: 'view',
  comment: null,
  columns: [
    column('person', 'text'),
    column('year', 'int4', { required: true }),
    column('total sum', 'numeric', { digits: 12, scale: 2, type: 'numeric(12,2)' }),
    column('reported_on', 'date', { comment: 'Дата отчёта' }),
    column('raw', 'jsonb'),
    column('secret', 'text', { readable: false }),
  ],
  keys: [],
}
const filled = () => ({
  ...draftVitrine(relation, { system: 'incomes', provider: 'tax-agency' }, named),
  title: { en: 'Income', ru: 'Доход', kk: 'Табыс' },
  key: ['person'],
  filters: ['year'],
  access: [{ consumer: 'social-protection', purpose: 'p', ground: 'act:a/1', until: '2030-12-31' }],
  columns: {
    person: { as: 'person', concept: 'concept:earner' },
    year: { as: 'year', concept: 'concept:year' },
    'total sum': { as: 'total', concept: 'concept:amount', label: { en: 'Total', ru: 'Итого', kk: 'Барлығы' } },
    reported_on: { as: 'reportedOn', concept: 'concept:date-of-report' },
  },
})

describe('a column', () => {
  it('is promised by its type and what it means, or refused with the reason', () => {
    const decimal = (digits: number | null, scale: number | null) => column('n', 'numeric', { digits, scale })
    const by = (of: Column, id: string) => {
      const expressed = expressColumn(of, concepts.get(id) ?? concept(id, 'any'))
      return typeof expressed === 'string'
        ? expressed
        : { ...expressed.schema, ...(expressed.asText ? { asText: 1 } : {}) }
    }
    const table: [Column, string, unknown][] = [
      [column('a', 'text'), 'amount', { type: 'string', maxLength: 4000 }],
      [column('a', 'varchar', { longest: 20 }), 'amount', { type: 'string', maxLength: 20 }],
      [column('a', 'uuid'), 'amount', { type: 'string', format: 'uuid' }],
      [column('a', 'text'), 'earner', { type: 'string', pattern: '^person_', maxLength: 4000 }],
      [column('a', 'text'), 'income-source', { enum: ['employer', 'pension-fund'] }],
      [column('a', 'enum', { codes: ['employer'] }), 'income-source', { enum: ['employer'] }],
      [column('a', 'enum', { codes: ['gift'] }), 'income-source', 'codes'],
      [column('a', 'int4'), 'year', { type: 'integer' }],
      [column('a', 'int4'), 'amount', { type: 'string', pattern: '^-?(0|[1-9][0-9]*)$', asText: 1 }],
      [column('a', 'int8'), 'year', { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }],
      [decimal(12, 2), 'amount', { type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]{1,2})?$', asText: 1 }],
      [decimal(null, null), 'amount', { type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$', asText: 1 }],
      [decimal(12, 2), 'count', { type: 'number', minimum: -9007199254740991, maximum: 9007199254740991 }],
      [decimal(12, 2), 'year', 'concept-type'],
      [decimal(20, 2), 'count', 'type-without-limit'],
      [decimal(null, null), 'count', 'type-without-limit'],
      [column('a', 'float8'), 'count', { type: 'number' }],
      [column('a', 'float8'), 'amount', 'concept-type'],
      [column('a', 'bool'), 'late', { type: 'boolean' }],
      [column('a', 'date'), 'date-of-report', { type: 'string', format: 'date' }],
      [column('a', 'timestamptz'), 'moment', { type: 'string', format: 'date-time' }],
      [column('a', 'timestamp'), 'moment', 'type-without-zone'],
      [column('a', 'jsonb'), 'amount', 'type-inexpressible'],
      [column('a', '_text'), 'amount', 'type-inexpressible'],
      [column('a', 'date'), 'amount', 'concept-type'],
    ]
    for (const [of, id, expected] of table) expect([of.base, id, by(of, id)]).toEqual([of.base, id, expected])
  })

  it('suggests what it may mean by its name, its comment and its type', () => {
    const best = (of: Column) => suggestConcepts(of, named).map(found => found.concept)
    expect(best(column('birth_date', 'date'))[0]).toBe('date-of-birth')
    expect(best(column('DateOfBirth', 'date'))[0]).toBe('date-of-birth')
    expect(best(column('d2', 'date', { comment: 'дата отчета' }))[0]).toBe('date-of-report')
    expect(best(column('birth_date', 'bytea'))).toEqual([])
    expect(best(column('zzz', 'text'))).toEqual([])
  })

  it('is never given a meaning that its type cannot have', () => {
    const bases = ['text', 'int4', 'int8', 'numeric', 'float8', 'bool', 'date', 'timestamptz', 'jsonb']
    assert(
      property(string(), constantFrom(...bases), array(string(), { maxLength: 2 }), (name, base, words) => {
        const of = column(name, base, { comment: words.join(' ') })
        for (const { concept: id } of suggestConcepts(of, named))
          expect(typeof expressColumn(of, concepts.get(id) ?? concept('none', 'object'))).toBe('object')
      }),
    )
  })
})

describe('a vitrine', () => {
  it('is drafted with what can be told of the view, and the rest left to people', () => {
    const draft = draftVitrine(
      { ...relation, keys: [['person', 'year'], ['year']] },
      { system: 's', provider: 'p' },
      named,
    )
    expect(draft).toMatchObject({ id: 'p.income-of-persons', key: ['year'], access: [], title: { en: '' } })
    expect(Object.keys(draft.columns)).toEqual(['person', 'year', 'total sum', 'reported_on'])
    expect(draft.columns.year).toMatchObject({ concept: 'concept:year' })
    expect(draft.columns.reported_on).toMatchObject({ concept: 'concept:date-of-report', as: 'reportedOn' })
    expect(draft.columns['total sum']).toMatchObject({ concept: null, as: 'totalSum', type: 'numeric(12,2)' })
  })

  it('becomes a contract whose fields all have their meaning', () => {
    const made = composeContract(filled(), relation, meanings)
    if ('faults' in made) throw new Error(JSON.stringify(made.faults))
    const { request, response, subjects, serves } = made.contract
    for (const schema of [request, response]) expect(checkFields(fieldsOf(schema), concepts)).toEqual([])
    expect(request).toMatchObject({ required: ['person'], properties: { year: { type: 'integer' } } })
    expect(subjects).toEqual(['request.person'])
    expect(serves).toEqual({
      from: {
        kind: 'view',
        system: 'incomes',
        view: 'own.income_of_persons',
        columns: ['person', 'year', 'total sum', 'reported_on'],
        texts: ['total sum'],
        where: { person: '= request.person' },
        filters: { year: '= request.year' },
        limit: 200,
      },
      answer: {
        found:
          '= for r in outside return { person: get value(r, "person"), year: get value(r, "year"), total: get value(r, "total sum"), reportedOn: get value(r, "reported_on") }',
      },
    })
    expect(made.messages.ru).toMatchObject({ title: 'Доход', 'field.total': 'Итого', 'field.year': 'year ru' })
  })

  it('is refused with every fault at its place', () => {
    const base = filled()
    const wrong = {
      ...base,
      title: { ...base.title, kk: ' ' },
      key: [],
      filters: ['person', 'raw'],
      access: [],
      columns: {
        ...base.columns,
        year: { as: 'person', concept: 'concept:year' },
        reported_on: { as: 'b', concept: null, suggested: ['concept:date-of-report'] },
        'total sum': { as: 'c', concept: 'concept:nothing' },
        secret: { as: 'd', concept: 'concept:amount' },
        gone: { as: 'e', concept: 'concept:amount' },
      },
    }
    const made = composeContract(wrong, relation, meanings)
    expect('faults' in made && made.faults.map(({ code, pointer }) => `${pointer} ${code}`).sort()).toEqual([
      '/access access-missing',
      '/columns/gone column-unknown',
      '/columns/reported_on concept-missing',
      '/columns/secret column-unreadable',
      '/columns/total sum concept-unknown',
      '/columns/year/as name-repeated',
      '/filters/1 column-unlisted',
      '/key key-missing',
      '/title/kk title-missing',
    ])
    const twice = composeContract({ ...filled(), filters: ['person'] }, relation, meanings)
    expect('faults' in twice && twice.faults).toMatchObject([{ code: 'key-filtered', pointer: '/filters/0' }])
  })
})
