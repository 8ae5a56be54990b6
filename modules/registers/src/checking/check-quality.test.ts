import { openPackage } from '@tereze/catalogue'
import type { Package, Packages } from '@tereze/catalogue/contract'
import { expect, it } from 'vitest'
import { checkQuality } from './check-quality.ts'

const card = (id: string, owner: string) => ({
  id,
  owner,
  version: '1.0.0',
  idPrefix: id,
  labels: { '/account': 'bank-secret' },
  indexes: [
    { name: 'name', pointer: '/name', type: 'text' },
    { name: 'born', pointer: '/born', type: 'date' },
    { name: 'account', pointer: '/account', type: 'text' },
  ],
})
const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    born: { type: 'string', format: 'date' },
    account: { type: 'string' },
    residence: { type: 'object', properties: { region: { type: 'string' } } },
  },
}
const open = (id: string, owner: string, rules: readonly object[], violations?: string): Package => {
  const files = {
    'register.json': card(id, owner),
    'data.schema.json': schema,
    'quality.json': { format: 1, rules, ...(violations === undefined ? {} : { violations }) },
    'messages/en.json': { title: 'Title', 'rule.known': 'Known' },
  }
  const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
  return openPackage({ kind: 'register', id, version: '1.0.0', hash: id, folder: id, files: Object.fromEntries(texts) })
}
const others = [open('births', 'registry', []), open('banks', 'bank', [])]
const contract = openPackage({
  kind: 'contract',
  id: 'tax.firm',
  version: '1.0.0',
  hash: 'firm',
  folder: 'firm',
  files: {
    'contract.json': JSON.stringify({
      kind: 'query',
      provider: 'tax',
      request: { type: 'object', properties: { name: { type: 'string' } } },
      response: { type: 'object', properties: { closedOn: { type: 'string' } } },
      access: [{ consumer: 'registry', purpose: 'register-quality', ground: 'act:ships/1' }],
    }),
  },
})
const all = {
  find: (kind: string, id: string) =>
    kind === 'contract'
      ? id === 'tax.firm'
        ? contract
        : null
      : kind === 'service'
        ? id === 'mend'
          ? others[0]
          : null
        : (others.find(one => one.id === id) ?? null),
} as unknown as Packages
const check = (rules: readonly object[], violations?: string) =>
  checkQuality(open('people', 'registry', rules, violations), all).map(({ pointer, code }) => `${pointer} ${code}`)
const rule = (more: object) => ({
  id: 'one',
  dimension: 'validity',
  severity: 'error',
  text: 'message:rule.known',
  fields: ['/name'],
  ...more,
})
const births = (more: object) => rule({ exists: { register: 'births', by: { id: 'name' }, ...more } })

const agrees = (more: object) =>
  rule({
    agrees: {
      contract: 'tax.firm@1',
      input: { name: '= name' },
      purpose: 'register-quality',
      ground: 'act:ships/1',
      holds: 'answer.closedOn = null or name = null',
      every: 'P30D',
      perMinute: 10,
      ...more,
    },
  })

it.each([
  ['what another organisation keeps', agrees({}), []],
  [
    'a contract that there is not',
    agrees({ contract: 'tax.ship@1' }),
    ['/rules/0/agrees/contract package.reference-unknown'],
  ],
  [
    'a contract for another purpose',
    agrees({ purpose: 'curiosity' }),
    ['/rules/0/agrees/purpose package.access-not-given'],
  ],
  [
    'a contract on another ground',
    agrees({ ground: 'act:ships/2' }),
    ['/rules/0/agrees/purpose package.access-not-given'],
  ],
  [
    'what the contract does not take',
    agrees({ input: { number: '= surname' } }),
    ['/rules/0/agrees/input/number package.field-unknown', '/rules/0/agrees/input/number package.field-unknown'],
  ],
  [
    'what the contract does not give',
    agrees({ holds: 'answer.open = true' }),
    ['/rules/0/agrees/holds package.field-unknown'],
  ],
  [
    'fields, parts of them and the record itself',
    rule({ holds: 'name != null and record.version > 0 and date(born).year > 1900 and residence.region != null' }),
    [],
  ],
  ['FEEL that does not compile', rule({ holds: 'name +' }), ['/rules/0/holds package.feel-broken']],
  ['a field that there is not', rule({ holds: 'surname != null' }), ['/rules/0/holds package.field-unknown']],
  [
    'a part that there is not',
    rule({ when: 'residence.city = null', holds: 'true' }),
    ['/rules/0/when package.field-unknown'],
  ],
  [
    'a fact of the record that there is not',
    rule({ holds: 'record.author = null' }),
    ['/rules/0/holds package.field-unknown'],
  ],
  [
    'fields of another register',
    rule({ fields: ['/surname'], holds: 'true' }),
    ['/rules/0/fields/0 package.field-unknown'],
  ],
  [
    'words that nobody wrote',
    rule({ text: 'message:rule.other', holds: 'true' }),
    ['/rules/0/text package.message-unknown'],
  ],
  ['a column that there is not', rule({ unique: ['surname'] }), ['/rules/0/unique/0 package.column-unknown']],
  ['a secret column', rule({ unique: ['account'] }), ['/rules/0/unique/0 package.column-secret']],
  ['a related register', births({ where: [{ column: 'born', is: 'less', own: 'born' }] }), []],
  [
    'a register that there is not',
    rule({ absent: { register: 'ships', by: { id: 'name' } } }),
    ['/rules/0/absent/register package.reference-unknown'],
  ],
  [
    'a register of somebody else',
    rule({ absent: { register: 'banks', by: { id: 'name' } } }),
    ['/rules/0/absent/register package.register-foreign'],
  ],
  ['columns of other types', births({ by: { born: 'name' } }), ['/rules/0/exists/by/born package.comparison-unfit']],
  [
    'nothing to compare with',
    births({ where: [{ column: 'born', is: 'less' }] }),
    ['/rules/0/exists/where/0 package.comparison-unfit'],
  ],
  [
    'something where nothing is compared',
    births({ where: [{ column: 'born', is: 'empty', value: '2020-01-01' }] }),
    ['/rules/0/exists/where/0 package.comparison-unfit'],
  ],
  [
    'a value of another type',
    births({ where: [{ column: 'born', is: 'less', value: 'soon' }] }),
    ['/rules/0/exists/where/0 package.comparison-unfit'],
  ],
])('%s', (_, given, problems) => {
  expect(check([given])).toEqual(problems)
})

it('refuses two rules of one id, and a service that there is not', () => {
  expect(check([rule({ holds: 'true' }), rule({ unique: ['name'] })], 'service:mend')).toEqual([
    '/rules/1/id package.rule-twice',
  ])
  expect(check([rule({ holds: 'true' })], 'service:other')).toEqual(['/violations package.reference-unknown'])
})
