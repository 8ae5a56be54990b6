import { createMessages } from '@tereze/messages'
import { isRefused, type Language } from '@tereze/operation'
import { evaluator } from '@tereze/template'
import { describe, expect, it } from 'vitest'
import { type Composing, composeDocument, type DocumentTemplate, evaluateValue, valuesIn } from './compose-document.ts'

const words = {
  'document.title': 'Decision',
  'document.text': 'Granted to {name}.',
  'document.child': 'Child',
  'document.amount': 'Amount',
  'document.heading': 'Reasons',
  'ground.late': 'Too late.',
  'remedy.late': 'Apply next year',
  'act.benefits': 'Law on Benefits',
  'document.source': '{act}, {clause}',
  'document.appeal.calendar-days': 'Within {n} days.',
  after: 'Then the court.',
  item: 'Item {n}',
  strong: 'To <b>{name}</b>, <i>please</i>',
  total: 'In all',
  'col.what': 'What',
  'col.how-much': 'How <b>much</b>',
}
const messages = createMessages([{ en: words, ru: words, kk: words }])
const moment = { now: '2026-03-02T04:00:00.000Z', zone: 'Asia/Almaty' }

function composing(data: Record<string, unknown>): Composing {
  return {
    evaluate: evaluator(data, moment),
    within: item => evaluator({ ...data, item }, moment),
    wording: (language: Language) => ({
      language,
      zone: moment.zone,
      word: key => (messages.has(key) ? messages.text(key, language) : null),
      fill: (key, params) => messages.text(key, language, params),
      record: () => null,
      organisation: () => null,
    }),
    regulation: {
      clauses: [{ id: '7.5', source: 'act:benefits/7.5' }],
      grounds: { refuse: [{ id: 'late', clause: '7.5', text: 'message:ground.late', remedy: 'message:remedy.late' }] },
    },
    appeals: { within: { calendarDays: 90 }, afterwards: { text: 'message:after' } },
  }
}

const template: DocumentTemplate = {
  id: 'notice',
  kind: 'result',
  type: 'urn:tereze:document:notice',
  title: 'message:document.title',
  subjects: ['= applicant.id', '= child.id', '= applicant.id'],
  data: { amount: '= amount', child: { name: '= child.name' }, none: '= nothing' },
  valid: { until: '= until' },
  proves: [{ label: 'message:document.amount', value: { is: '= amount', as: 'money' } }],
  body: [
    { heading: 'message:document.title' },
    { text: 'message:document.text', values: { name: { is: '= child.name', as: 'name' } } },
    {
      fields: [
        { label: 'message:document.child', value: { is: '= child.name', as: 'name' } },
        { label: 'message:document.amount', value: { is: '= amount', as: 'money' }, when: 'amount.currency = "USD"' },
        { label: 'message:document.amount', value: '= nothing' },
      ],
    },
    { list: '= items', text: 'message:item', values: { n: '= item.n' } },
    { heading: 'message:document.heading' },
    { clauses: '= refusals' },
    { appeal: true },
  ],
}
const data = {
  applicant: { id: 'person_1' },
  child: { id: 'person_2', name: { family: 'Алтынова', given: 'Айсұлу' } },
  amount: { amount: '41000.00', currency: 'DMD' },
  until: '2026-12-31',
  items: [{ n: 1 }, { n: 2 }],
  refusals: ['late', 'unheard-of'],
}

describe('composeDocument', () => {
  const composed = composeDocument(template, composing(data))
  if (isRefused(composed)) throw new Error(composed.code)

  it('signs the template’s data, without what has no value', () => {
    expect(composed.data).toEqual({ amount: data.amount, child: { name: data.child.name } })
    expect(composed.subjects).toEqual(['person_1', 'person_2'])
    expect(composed.validUntil).toBe('2026-12-31')
  })

  it('shows lines in each language as the language writes them', () => {
    expect(composed.lines).toEqual([
      {
        label: { en: 'Amount', ru: 'Amount', kk: 'Amount' },
        value: { en: '41,000.00\u00a0DMD', ru: '41\u00a0000,00\u00a0DMD', kk: '41\u00a0000,00\u00a0DMD' },
      },
    ])
  })

  it('lays out the page: no title twice, no line without value or whose condition does not hold', () => {
    expect(composed.blocks.map(block => block.kind)).toEqual(['text', 'fields', 'list', 'heading', 'list', 'text'])
    const [text, fields, list, , grounds, appeal] = composed.blocks
    expect(text).toMatchObject({ text: { en: 'Granted to Айсұлу Алтынова.', kk: 'Granted to Алтынова Айсұлу.' } })
    expect(fields).toMatchObject({ fields: [{ label: { en: 'Child' } }] })
    expect(list).toMatchObject({ items: [{ text: { en: 'Item 1' } }, { text: { en: 'Item 2' } }] })
    expect(grounds).toMatchObject({
      items: [{ text: { en: 'Too late.' }, note: { en: 'Law on Benefits, 7.5. Apply next year.' } }],
    })
    expect(appeal).toMatchObject({ text: { en: 'Within 90 days. Then the court.' } })
  })

  it('refuses what the check could not show, and a document about nobody', () => {
    const refused = composeDocument(template, composing({ refusals: [] }))
    expect(refused).toMatchObject({
      code: 'documents.document-incomplete',
      also: [{ pointer: '/subjects' }, { pointer: '/proves/0' }],
    })
  })

  it('lists the values whose ids have to be looked up', () => {
    const { evaluate, within } = composing({ ...data, account: 'account_1' })
    const accounted = {
      ...template,
      proves: [{ label: 'message:x', value: { is: '= account', as: 'account' as const } }],
    }
    expect(valuesIn(accounted, { evaluate, within })[0]).toEqual({ value: 'account_1', as: 'account' })
    expect(evaluateValue('= account', evaluate)).toEqual({ value: 'account_1', as: 'text' })
  })

  describe('parts that the page editor knows', () => {
    const blocksOf = (body: DocumentTemplate['body'], more: Partial<DocumentTemplate> = {}, values = {}) => {
      const made = composeDocument({ ...template, ...more, body }, composing({ ...data, ...values }))
      if (isRefused(made)) throw new Error(made.code)
      return made.blocks
    }
    const strong = { text: 'message:strong', values: { name: { is: '= child.name', as: 'name' as const } } }

    it('leaves out a part whose condition does not hold', () => {
      expect(blocksOf([{ ...strong, when: 'child.name.given = "Айсұлу"' }])).toHaveLength(1)
      for (const when of ['false', 'unknown', '"yes"']) {
        expect(
          blocksOf([
            { ...strong, when },
            { seal: true, when },
            { appeal: true, when },
          ]),
        ).toEqual([])
      }
    })

    it('writes bold and slanted pieces, and takes no value for a tag', () => {
      const name = { family: '<b>Bold</b>', given: '</b><i>' }
      const [text] = blocksOf([strong], {}, { child: { id: 'person_2', name } })
      expect(text).toMatchObject({
        kind: 'text',
        text: { en: 'To </b><i> <b>Bold</b>, please' },
        runs: {
          en: [
            { text: 'To ' },
            { text: '</b><i> <b>Bold</b>', bold: true },
            { text: ', ' },
            { text: 'please', italic: true },
          ],
        },
      })
    })

    it('fills a table: a row for each item, rows that stand alone, as many cells as columns', () => {
      const columns = [
        { label: 'message:col.what' },
        { label: 'message:col.how-much', width: 2, align: 'end' as const },
      ]
      const rows = [
        { each: '= items', when: 'item.n > 1', cells: [{ text: 'message:item', values: { n: '= item.n' } }, strong] },
        { cells: [{ text: 'message:total' }] },
      ]
      const [table] = blocksOf([{ table: { columns, rows } }])
      expect(table).toMatchObject({
        columns: [
          { label: { en: 'What' }, width: 1, align: 'start' },
          { label: { en: 'How much' }, width: 2, align: 'end' },
        ],
        rows: [
          [{ text: { en: 'Item 2' } }, { text: { en: 'To Айсұлу Алтынова, please' } }],
          [{ text: { en: 'In all' } }, { text: { en: '' } }],
        ],
      })
      expect(blocksOf([{ table: { columns, rows: rows.slice(0, 1) } }], {}, { items: 'none' })).toEqual([])
    })

    it('lists points of its own, places seal and code, and says what stands on every page', () => {
      const items = [{ text: 'message:total' }, { text: 'message:total', when: 'false' }]
      const page = { header: 'message:total', number: 'plain' as const }
      expect(blocksOf([{ items, numbered: true }, { seal: true }, { qr: true }], { page })).toMatchObject([
        { kind: 'page', header: { kk: 'In all' }, footer: null, number: 'plain' },
        { kind: 'list', numbered: true, items: [{ text: { en: 'In all' }, note: null }] },
        { kind: 'seal' },
        { kind: 'qr' },
      ])
    })

    it('looks up what ids in repeated rows and points stand for', () => {
      const account = { is: '= item.account', as: 'account' as const }
      const cells = [{ text: 'message:strong', values: { name: account } }]
      const body = [
        { table: { columns: [{ label: 'message:total' }], rows: [{ each: '= list', cells }] } },
        { list: '= list', text: 'message:strong', values: { name: account } },
      ]
      const reading = composing({ list: [{ account: 'account_1' }, { account: 'account_2' }] })
      expect(valuesIn({ ...template, proves: [], body }, reading).map(({ value }) => value)).toEqual([
        'account_1',
        'account_2',
        'account_1',
        'account_2',
      ])
    })
  })
})
