import { expect, it } from 'vitest'
import type { RegisterDefinition } from '../definition/definition.ts'
import { checkLabels } from './check-labels.ts'

const register = (more: object) =>
  ({
    schema: {
      type: 'object',
      properties: {
        name: { type: 'object', properties: { family: { type: 'string' } } },
        list: { type: 'array', items: { type: 'object', properties: { code: { type: 'string' } } } },
        other: { $ref: 'urn:elsewhere' },
        either: { anyOf: [{ type: 'object', properties: { left: { type: 'string' } } }] },
      },
    },
    subjects: [],
    labels: {},
    access: [],
    ...more,
  }) as unknown as RegisterDefinition
const see = { who: 'role:any', may: ['see'], ground: 'act:a/1' }

it('accepts labels of fields that there are and that somebody may see', () => {
  const labels = {
    '/name/family': 'personal',
    '/list/*/code': 'official-use',
    '/other/deep': 'personal',
    '/either/left': 'open',
  }
  expect(checkLabels(register({ labels, access: [see] }))).toEqual([])
})

it('refuses state secrets wherever they stand', () => {
  const schema = { type: 'object', properties: { silo: { type: 'string', label: 'state-secret' } } }
  const access = [{ ...see, labels: ['open', 'state-secret'] }]
  expect(checkLabels(register({ schema, labels: { '/silo': 'state-secret' }, access }))).toEqual([
    { file: 'register.json', pointer: '/labels/~1silo', code: 'package.state-secret', params: { field: '/silo' } },
    { file: 'register.json', pointer: '/access/0/labels/1', code: 'package.state-secret', params: {} },
    { file: 'data.schema.json', pointer: '/properties/silo/label', code: 'package.state-secret', params: {} },
  ])
})

it('names fields that there are not, and labels that nobody may see', () => {
  const labels = { '/name/middle': 'personal', '/name/family': 'bank-secret' }
  const access = [{ ...see, fields: ['/nickname'] }, see]
  expect(checkLabels(register({ labels, access })).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/labels/~1name~1middle package.field-unknown',
    '/labels/~1name~1family package.label-never-opened',
    '/access/0/fields/0 package.field-unknown',
  ])
})
