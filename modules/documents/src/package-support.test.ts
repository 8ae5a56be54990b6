import { createPackageSet, openPackage } from '@tereze/catalogue'
import { expect, it } from 'vitest'
import { documentPackages } from './package-support.ts'

const words = { title: 'Title', plain: 'Plain', filled: 'For {name}', days: '{n, plural, one {# day} other {# days}}' }
const schema = {
  properties: {
    name: { type: 'object' },
    born: { type: 'string' },
    agreed: { type: 'boolean' },
    children: { type: 'array' },
  },
}

async function check(body: readonly object[], more: object = {}) {
  const template = { id: 'one', title: 'message:title', proves: [], body, ...more }
  const files = Object.entries({
    'service.json': {},
    'data.schema.json': schema,
    'documents/one.document.json': template,
    'messages/en.json': { ...words, untold: 'Only English' },
    'messages/ru.json': { ...words, untold: ' ' },
    'messages/kk.json': words,
  }).map(([path, file]) => [path, JSON.stringify(file)])
  const source = { kind: 'service', id: 'x', version: '1.0.0', hash: '', folder: 'x' } as const
  const found = await documentPackages.check(
    openPackage({ ...source, files: Object.fromEntries(files) }),
    createPackageSet(),
  )
  return found.map(({ file, pointer, code, params }) => {
    expect(file).toBe('documents/one.document.json')
    return [pointer, code.replace('package.', ''), ...Object.values(params)].join(' ')
  })
}

const cell = (text: string, is = '= item.name') => ({ text: `message:${text}`, values: { name: { is, as: 'name' } } })

it('finds nothing in a template whose fields, conditions and words are there', async () => {
  const rows = [{ each: '= children', when: 'item.name != null', cells: [cell('filled')] }]
  expect(
    await check(
      [
        { text: 'message:filled', values: { name: { is: '= name', as: 'name' } }, when: 'case.number != null' },
        { text: 'message:days', values: { n: '= count(children)' } },
        { list: '= children', ...cell('filled') },
        { table: { columns: [{ label: 'message:plain' }], rows } },
        { fields: [{ label: 'message:plain', value: { is: '= born', as: 'date' }, when: 'agreed' }] },
        { clauses: '= decision.refusals' },
        { appeal: true },
      ],
      { page: { header: 'message:plain' }, when: 'decision.outcome = "granted"' },
    ),
  ).toEqual([])
})

it('tells of unknown fields, wrong kinds, empty conditions, and words that a language lacks, each at its place', async () => {
  const found = await check(
    [
      { text: 'message:filled' },
      { text: 'message:plain', values: { a: '= unheard.of', b: '= ((' }, when: ' ' },
      { fields: [{ label: 'message:untold', value: { is: '= agreed', as: 'date' }, when: 'item.x' }] },
      { fields: [{ label: 'message:nowhere', value: '= null' }] },
      { table: { columns: [{ label: 'message:plain' }], rows: [{ cells: [cell('plain'), cell('plain', '= name')] }] } },
    ],
    { when: '' },
  )
  expect(found).toEqual([
    '/when document-condition-empty',
    '/body/0/text document-field-unknown name',
    '/body/1/when document-condition-empty',
    '/body/1/values/a expression-name-unknown unheard',
    '/body/1/values/b expression-wrong ((',
    '/body/2/fields/0/when expression-name-unknown item',
    '/body/2/fields/0/label document-words-missing untold ru',
    '/body/2/fields/0/label document-words-missing untold kk',
    '/body/2/fields/0/value document-value-kind agreed date boolean',
    '/body/3/fields/0/label document-words-missing nowhere',
    '/body/3/fields/0/value document-value-missing',
    '/body/4/table/rows/0/cells document-cells-more 1',
    '/body/4/table/rows/0/cells/0/values/name expression-name-unknown item',
  ])
})
