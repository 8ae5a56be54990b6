import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Grant, Label, RegisterDefinition } from '../definition/definition.ts'
import { decideWritable, grantsFor, isOpen, openPart, withheldFields } from './decide-access.ts'

const schema = {
  type: 'object',
  properties: {
    name: { type: 'object', properties: { family: { type: 'string' }, given: { type: 'string' } } },
    born: { type: 'string' },
    blood: { type: 'string' },
    print: { type: 'string' },
    accounts: {
      type: 'array',
      items: { type: 'object', properties: { bank: { type: 'string' }, number: { type: 'string' } } },
    },
  },
}
const grants: Record<string, Grant> = {
  clerk: { who: 'role:clerk', may: ['see', 'correct'], ground: 'act:a/1' },
  doctor: { who: 'role:doctor', may: ['see'], labels: ['open', 'personal', 'medical-secret'], ground: 'act:a/2' },
  bank: {
    who: 'role:bank',
    may: ['see'],
    labels: ['personal', 'bank-secret'],
    fields: ['/accounts'],
    ground: 'act:a/3',
  },
  nurse: {
    who: 'role:nurse',
    may: ['see'],
    labels: ['personal', 'medical-secret'],
    fields: ['/blood'],
    ground: 'act:a/4',
  },
}
const definition = {
  schema,
  subjects: ['/id'],
  labels: { '/blood': 'medical-secret', '/print': 'biometric', '/accounts/*/number': 'bank-secret' },
  access: Object.values(grants),
} as unknown as RegisterDefinition
const data = {
  name: { family: 'Zholaman', given: 'Aru' },
  born: '2001-02-03',
  blood: 'A+',
  print: 'loop',
  accounts: [
    { bank: 'demo-bank', number: '01' },
    { bank: 'other-bank', number: '02' },
  ],
}
const of = (...names: string[]) => names.map(name => grants[name] as Grant)

describe('what a reader gets', () => {
  it('is what the labels of the grounds open', () => {
    expect(openPart(definition, of('clerk'), data)).toEqual({
      name: data.name,
      born: data.born,
      accounts: [{ bank: 'demo-bank' }, { bank: 'other-bank' }],
    })
    expect(openPart(definition, of('bank'), data)).toEqual({ accounts: data.accounts })
    expect(openPart(definition, of('nurse'), data)).toEqual({ blood: 'A+' })
    expect(openPart(definition, of('clerk', 'nurse'), data)).toMatchObject({ name: data.name, blood: 'A+' })
    expect(openPart(definition, [], data)).toEqual({})
  })

  it('comes with what is withheld, why, and on which grounds others get it', () => {
    expect(withheldFields(definition, of('clerk'))).toEqual([
      { pointer: '/blood', label: 'medical-secret', because: 'label', grounds: ['act:a/2', 'act:a/4'] },
      { pointer: '/print', label: 'biometric', because: 'label', grounds: [] },
      { pointer: '/accounts/*/number', label: 'bank-secret', because: 'label', grounds: ['act:a/3'] },
    ])
    expect(withheldFields(definition, of('nurse'))).toContainEqual({
      pointer: '/born',
      label: 'personal',
      because: 'field',
      grounds: ['act:a/1', 'act:a/2'],
    })
  })

  it('is named alike whether the record holds it or not', () => {
    expect(openPart(definition, of('clerk'), { born: '2001-02-03' })).toEqual({ born: '2001-02-03' })
    expect(withheldFields(definition, of('clerk')).map(({ pointer }) => pointer)).toContain('/blood')
  })
})

describe('what a writer writes', () => {
  const { blood: _blood, print: _print, ...seen } = { ...data, accounts: [{ bank: 'demo-bank' }, { bank: 'new-bank' }] }
  it('leaves what they do not see as it was', () => {
    expect(decideWritable(definition, of('clerk'), { ...seen, born: '2001-02-04' }, data)).toEqual({
      data: {
        ...data,
        born: '2001-02-04',
        accounts: [
          { bank: 'demo-bank', number: '01' },
          { bank: 'new-bank', number: '02' },
        ],
      },
      problems: [],
    })
  })

  it('may not change it, nor shorten a list with hidden parts', () => {
    expect(decideWritable(definition, of('clerk'), { ...seen, blood: 'B-' }, data).problems).toEqual([
      { pointer: '/blood', code: 'field.not-granted', params: { label: 'medical-secret' } },
    ])
    expect(
      decideWritable(definition, of('clerk'), { ...seen, accounts: [{ bank: 'demo-bank' }] }, data).problems,
    ).toEqual([{ pointer: '/accounts', code: 'field.not-granted', params: { label: 'personal' } }])
    expect(decideWritable(definition, of('nurse'), { born: '2000-01-01' }, null).problems).toEqual([
      { pointer: '/born', code: 'field.not-granted', params: { label: 'personal' } },
    ])
  })
})

test('grants are those of the reader and of the act', () => {
  expect(grantsFor(definition, ['role:clerk', 'role:bank'], 'see').map(({ ground }) => ground)).toEqual([
    'act:a/1',
    'act:a/3',
  ])
  expect(grantsFor(definition, ['role:bank'], 'correct')).toEqual([])
})

const labels: Label[] = [
  'open',
  'official-use',
  'personal',
  'special',
  'biometric',
  'tax-secret',
  'medical-secret',
  'bank-secret',
]
const fields = ['/name', '/name/family', '/born', '/blood', '/accounts', '/accounts/*/bank', '/accounts/*/number']
const grant = fc.record({
  who: fc.constant('role:any'),
  may: fc.constant(['see'] as const),
  labels: fc.subarray(labels),
  fields: fc.option(fc.subarray(fields, { minLength: 1 }), { nil: undefined }),
  ground: fc.constant('act:a/9'),
})
const leaves = (value: unknown, pointer = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => leaves(part, `${pointer}/${name}`))
    : [pointer]

test('whatever the labels and grants, a value is there exactly when a grant opens it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...fields), fc.constantFrom(...labels))),
      fc.array(grant, { maxLength: 3 }),
      (labelled, given) => {
        const some = { ...definition, labels: Object.fromEntries(labelled), access: given } as RegisterDefinition
        const open = leaves(data).filter(pointer => isOpen(some, given as Grant[], pointer))
        const shown = openPart(some, given as Grant[], data)
        expect(leaves(shown).filter(pointer => !/^\/?$/.test(pointer)).length).toBe(open.length)
        const again = decideWritable(some, given as Grant[], shown, data)
        expect(again).toEqual({ data, problems: [] })
      },
    ),
  )
})
