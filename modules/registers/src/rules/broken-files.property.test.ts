import { readDataFile } from '@tereze/data-files'
import { describe, expect, inject, it } from 'vitest'
import type { RegisterDefinition } from '../definition/definition.ts'
import { brokenFile } from './broken-files.fixture.ts'
import { decideImportRow } from './decide-import-row.ts'
import { proposeSettings } from './decide-mapping.ts'
import { tableFields } from './import-fields.ts'
import { prepareRows } from './prepare-rows.ts'

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['number', 'name'],
  properties: {
    number: { type: 'string', pattern: '^N-[0-9]{6}$' },
    name: { type: 'string', minLength: 1, maxLength: 60 },
    born: { type: 'string', format: 'date' },
    sex: { enum: ['female', 'male'] },
    height: { type: 'number', maximum: 250 },
    children: { type: 'integer', minimum: 0 },
    insured: { type: 'boolean' },
  },
}
const words: Readonly<Record<string, readonly string[]>> = {
  'answer.sex.female': ['female', 'женский', 'әйел'],
  'answer.sex.male': ['male', 'мужской', 'ер'],
}
const grant = { who: 'role:keeper', may: ['write', 'correct'], ground: 'act:people/1' } as const
const definition: RegisterDefinition = {
  id: 'patients',
  version: '1.0.0',
  owner: 'health',
  idPrefix: 'patient',
  schema,
  subjects: [],
  keys: [{ name: 'number', pointers: ['/number'] }],
  references: [],
  columns: [],
  assigns: [],
  labels: {},
  access: [grant],
  retention: null,
  approval: [],
  matching: null,
  status: null,
  order: [],
}
const fields = tableFields(schema, key => words[key] ?? [])

/** What a check of a file says of each row. */
async function check(bytes: Uint8Array, name: string) {
  const table = await readDataFile(bytes, name)
  if ('fault' in table) throw new Error(`${name} ${table.fault}`)
  const settings = proposeSettings(table.columns, fields, definition.keys, table.delimiter)
  const rules = {
    definition,
    settings,
    mayAdd: [grant],
    mayChange: [grant],
    holds: () => true,
    newIdentifier: () => '',
  }
  return prepareRows(table, settings, fields, definition.keys).map(row => ({
    row: row.row,
    decision: decideImportRow(row, null, rules),
  }))
}

describe('a thousand broken files', () => {
  it('have the fault of each row named with row and field, and their good rows are good', {
    timeout: 60_000,
  }, async () => {
    const codes = new Set<string>()
    const files = 1000 * inject('share')
    let faulty = 0
    for (let number = 0; number < files; number++) {
      const { name, bytes, faults, good } = brokenFile(number)
      const told = await check(bytes, name)
      const refused = told.flatMap(({ row, decision }) =>
        decision.outcome === 'refused'
          ? [[row, decision.problems.map(({ pointer, code }) => ({ pointer, code }))] as const]
          : [],
      )
      const expected = [...faults].map(([row, fault]) => [row, [fault]] as const)
      expect({ name, refused }).toEqual({ name, refused: expected })
      expect(told.filter(({ decision }) => decision.outcome === 'new').map(({ row }) => row)).toEqual(good)
      for (const { code } of faults.values()) codes.add(code)
      faulty += faults.size
    }
    expect(codes.size).toBe(20)
    expect(faulty).toBeGreaterThan(3 * files)
  })
})
