import { openPackage } from '@tereze/catalogue'
import { expect, it } from 'vitest'
import { migrate } from '../definition/migration.ts'
import { checkEvolution } from './check-evolution.ts'

const schema = (properties: object) => ({ type: 'object', additionalProperties: false, properties })
const text = { type: 'string' }
const old = schema({ family: text, given: text })
function check(version: string, now: object, more: Record<string, object> = { 'released/1.0.0.schema.json': old }) {
  const files = { 'register.json': { id: 'people' }, 'data.schema.json': now, ...more }
  const texts = Object.fromEntries(Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)]))
  const pack = openPackage({ kind: 'register', id: 'people', version, hash: 'h', folder: 'people', files: texts })
  return checkEvolution(pack).map(({ file, pointer, code }) => `${file}#${pointer} ${code}`)
}
const wider = schema({ family: text, given: text, phone: text })
const narrower = schema({ full: text })
const released = { 'released/1.0.0.schema.json': old }
const set = { '/full': 'given + " " + family' }

it('lets compatible changes roll when the minor version rises', () => {
  expect(check('1.0.0', old, {})).toEqual([])
  expect(check('1.1.0', wider)).toEqual([])
  expect(check('1.0.1', schema({ family: { ...text, description: 'in full' }, given: text }))).toEqual([])
  expect(check('1.0.1', wider)).toEqual(['register.json#/version package.version-not-raised'])
})

it('names each place where the schema takes less', () => {
  expect(check('1.1.0', schema({ family: { ...text, maxLength: 3 } }))).toEqual([
    'data.schema.json#/properties/family/maxLength package.schema-narrower',
    'data.schema.json#/properties package.schema-narrower',
  ])
})

it('asks for a migration with a new major version, and looks at it', () => {
  expect(check('2.0.0', narrower)).toEqual(['register.json#/version package.migration-missing'])
  const migration = (file: object) => ({
    ...released,
    'migrations/1-to-2.json': { format: 1, reason: 'one name', ...file },
  })
  expect(check('2.0.0', narrower, migration({ set, remove: ['/family', '/given'] }))).toEqual([])
  expect(check('2.0.0', wider)).toEqual([])
  expect(check('1.1.0', wider, migration({}))).toEqual(['migrations/1-to-2.json# package.migration-needless'])
  expect(
    check('2.0.0', narrower, migration({ set: { '/full': 'given +', '/nick': 'given' }, remove: ['/age'] })),
  ).toEqual([
    'migrations/1-to-2.json#/set/~1full package.migration-wrong',
    'migrations/1-to-2.json#/set/~1nick package.migration-wrong',
    'migrations/1-to-2.json#/remove/0 package.migration-wrong',
  ])
})

it('keeps what was released', () => {
  expect(check('1.1.0', wider, {})).toEqual(['register.json#/version package.released-missing'])
  expect(check('1.0.0', wider)).toEqual(['register.json#/version package.released-changed'])
})

it('makes new content of old', () => {
  const evaluate = (_: string, { given, family }: Record<string, unknown>) => `${given} ${family}`
  const data = { given: 'Aru', family: 'Altyn', more: { kept: 1, gone: 2 } }
  expect(
    migrate({ reason: 'x', set, remove: ['/family', '/given', '/more/gone', '/none/deep'] }, data, evaluate),
  ).toEqual({
    full: 'Aru Altyn',
    more: { kept: 1 },
  })
  expect(migrate({ reason: 'x', set: { '/given': 'null' } }, data, () => null)).not.toHaveProperty('given')
})
