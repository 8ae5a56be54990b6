import type { Package, Packages } from '@tereze/catalogue/contract'
import type { JsonObject } from '@tereze/operation'
import { registerFields } from '@tereze/registers'
import { expect, test } from 'vitest'
import { checkDataset } from './check-dataset.ts'

const register = {
  owner: 'town',
  subjects: ['/owner'],
  scope: '/district',
  labels: { '/disease': 'medical-secret', '/name': 'open' },
  indexes: [
    { name: 'born', pointer: '/born', type: 'date' },
    { name: 'district', pointer: '/district', type: 'text' },
    { name: 'owner', pointer: '/owner', type: 'text' },
    { name: 'disease', pointer: '/disease', type: 'text' },
    { name: 'sex', pointer: '/sex', type: 'text' },
    { name: 'weight', pointer: '/weight', type: 'number' },
  ],
  access: [
    {
      who: 'dataset:dogs',
      may: ['list'],
      fields: ['/born', '/district', '/owner', '/weight', '/name'],
      labels: ['open', 'personal'],
      ground: 'act:dogs/2',
    },
  ],
}
const schema = {
  properties: {
    owner: { type: 'string' },
    born: { type: 'string', format: 'date' },
    district: { type: 'string' },
    disease: { enum: ['none', 'mange'] },
    sex: { enum: ['f', 'm'] },
    weight: { type: 'number' },
    name: { type: 'string' },
  },
}
const pack = (kind: string, id: string, json: Record<string, unknown>) =>
  ({
    kind,
    id,
    json: new Map(Object.entries(json)) as unknown as ReadonlyMap<string, JsonObject>,
    messages: { has: () => true },
  }) as unknown as Package
const dogs = pack('register', 'dogs', { 'register.json': register, 'data.schema.json': schema })
const counts = {
  owner: 'town',
  source: { register: 'dogs' },
  dimensions: [
    { name: 'month', from: 'born', grain: 'month' },
    { name: 'district', from: 'district', total: true },
  ],
  measures: [{ name: 'dogs', measure: 'count', concept: 'concept:number' }],
  disclosure: { threshold: 3, dominance: 0.9 },
}
const { dimensions, measures, disclosure, ...base } = counts
const other = pack('dataset', 'dogs-again', { 'dataset.json': counts })
const codes = (card: object, beside: readonly Package[] = []) => {
  const own = pack('dataset', 'dogs', { 'dataset.json': card })
  const all = { find: (_kind: string, id: string) => (id === 'dogs' ? dogs : null), list: () => [own, ...beside] }
  return checkDataset(own, all as unknown as Packages, registerFields).map(
    ({ pointer, code }) => `${pointer} ${code.replace('package.dataset-', '')}`,
  )
}

test('a dataset that gives nothing away may be published', () => {
  expect(codes(counts)).toEqual([])
  expect(codes({ ...base, fields: [{ name: 'name', from: '/name', key: true }] })).toEqual([])
})

test.each([
  [{ dimensions: [{ name: 'd', from: 'disease' }] }, ['/dimensions/0/from label']],
  [{ dimensions: [{ name: 'o', from: 'owner' }] }, ['/dimensions/0/from dimension-unfit']],
  [{ dimensions: [{ name: 'b', from: 'born' }] }, ['/dimensions/0/from dimension-unfit']],
  [{ dimensions: [{ name: 's', from: 'sex' }] }, ['/dimensions/0/from not-granted']],
  [{ dimensions: [{ name: 'n', from: 'nose' }] }, ['/dimensions/0/from column-unknown']],
  [{ dimensions: [{ name: 'm', from: 'born', grain: 'month', total: true }] }, ['/dimensions/0/total total-over-time']],
  [{ source: { register: 'dogs', where: { disease: 'mange' } } }, ['/source/where/disease label']],
  [{ source: { register: 'cats' } }, ['/source/register package.reference-unknown']],
  [{ source: { cases: ['town'] } }, ['/dimensions/0/from column-unknown', '/dimensions/1/from column-unknown']],
  [{ owner: 'village' }, ['/owner owner']],
  [{ measures: [{ name: 'w', measure: 'sum', of: 'weight' }] }, ['/measures/0 measure-unfit']],
  [
    { measures: [...measures, { name: 'w', measure: 'sum', of: 'weight' }], disclosure: { threshold: 3 } },
    ['/disclosure dominance-missing'],
  ],
  [{ measures: [...measures, { name: 'w', measure: 'sum', of: 'weight' }] }, []],
])('%j: %j', (change, problems) => expect(codes({ ...counts, ...change })).toEqual(problems))

test('records leave with open fields only', () => {
  const fields = (...from: string[]) => ({
    ...base,
    fields: from.map((pointer, index) => ({ name: `f${index}`, from: pointer, key: index === 0 })),
  })
  expect(codes(fields('/name', '/district', '/disease'))).toEqual(['/fields/1/from label', '/fields/2/from label'])
  expect(codes(fields('/name', '/nose'))).toEqual(['/fields/1/from column-unknown'])
  expect(codes({ ...base, fields: [{ name: 'name', from: '/name' }] })).toEqual(['/fields key-missing'])
  expect(codes({ ...fields('/name'), source: { cases: ['town'] } })).toEqual(['/source cases-counted'])
})

test('nothing is counted twice', () => expect(codes(counts, [other])).toEqual(['/source counted-twice']))
