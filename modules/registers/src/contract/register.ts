import { JsonObject, OrganisationId, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted, FieldLabel, InEmergency, Withheld } from './access.ts'
import { RegisterId, registerNotFound } from './record.ts'

/** What a register may let somebody do. */
export const RegisterAct = Type.Union([
  Type.Literal('see'),
  Type.Literal('search'),
  Type.Literal('list'),
  Type.Literal('write'),
  Type.Literal('correct'),
  Type.Literal('history'),
  Type.Literal('request'),
  Type.Literal('approve'),
  Type.Literal('merge'),
  Type.Literal('link'),
  Type.Literal('subscribe'),
  Type.Literal('destroy'),
])
/** What a register may let somebody do. */
export type RegisterAct = Static<typeof RegisterAct>

/** A register in a list. */
export const RegisterCard = Type.Object({
  register: RegisterId,
  title: Text,
  may: Type.Array(RegisterAct),
})

/** A column by which a register is searched. */
export const RegisterColumn = Type.Object({
  name: Type.String(),
  pointer: Type.String(),
  type: Type.Union([
    Type.Literal('text'),
    Type.Literal('number'),
    Type.Literal('date'),
    Type.Literal('boolean'),
    Type.Literal('instant'),
  ]),
  /** Values to choose from, where the schema lists them. */
  values: Type.Union([Type.Array(Type.String()), Type.Null()]),
})

/** A register as screens need it: words, columns, schema, and what the reader may do. */
export const RegisterDescription = Type.Object({
  register: RegisterId,
  version: Type.String(),
  title: Text,
  may: Type.Array(RegisterAct),
  /** Acts that take effect only when a second person approves them. */
  approval: Type.Array(Type.Union([Type.Literal('write'), Type.Literal('correct')])),
  /** Whether duplicates can be looked for. */
  matching: Type.Boolean(),
  /** Columns that the reader may search by. */
  columns: Type.Array(RegisterColumn),
  /** JSON Schema 2020-12 of a record. */
  schema: JsonObject,
  /** Labels by pointer, where a field has one of its own. */
  labels: Type.Record(Type.String(), FieldLabel),
  /** Fields that the reader does not get. */
  withheld: Type.Array(Withheld),
  /** Words by key: `field.name.family`, `answer.sex.female`. */
  words: Type.Record(Type.String(), Text),
})
/** A register as screens need it. */
export type RegisterDescription = Omit<Static<typeof RegisterDescription>, 'schema'> & {
  schema: Record<string, unknown>
}

/** Registers of an organisation that let the reader do anything. */
export const listRegisters = operation({
  name: 'registers.list-registers',
  does: 'Lists the registers of an organisation that let the reader do anything, with what.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, emergency: InEmergency }),
  output: Type.Object({ items: Type.Array(RegisterCard) }),
  permission: 'registers.record.read',
})

/** One register with its words and schema. */
export const describeRegister = operation({
  name: 'registers.describe-register',
  does: 'Describes a register for screens: its words, columns and schema, and what the reader may do and does not get.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, register: RegisterId, emergency: InEmergency }),
  output: RegisterDescription,
  permission: 'registers.record.read',
  refusals: [registerNotFound, accessNotGranted],
})
