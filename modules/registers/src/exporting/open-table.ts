import type { WrittenColumn } from '@tereze/data-files'
import { type Context, localDate } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { type ExportFormat, exportEmpty } from '../contract/export.ts'
import { type Criterion, registerNotFound } from '../contract/record.ts'
import { valueAt } from '../definition/pointer.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { fieldsOfRegister } from '../importing/fields-of-register.ts'
import { searchRefusal } from '../reading/search-refusal.ts'
import { type WithheldField, withheldFields } from '../rules/decide-access.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { covers, generalPointer } from '../rules/labels.ts'
import { listFound } from '../store/found.ts'
import { listHeld } from '../store/past.ts'
import type { LookAt } from '../store/records.ts'

/** Which records of which register are wanted, and as of when. */
export interface WantedTable {
  readonly organisation: string
  readonly register: string
  readonly where: Readonly<Record<string, Criterion>>
  readonly at: LookAt
}

/** Records as a table: its columns, what of the register is not in it, and its rows. */
export interface OpenTable {
  readonly columns: readonly WrittenColumn[]
  readonly withheld: readonly WithheldField[]
  /** The rows of at most so many records after a record, and the last of these. Whom they are about is noted for the audit line. */
  take(after: string | null, most: number): Promise<{ rows: unknown[][]; last: string | null; isMore: boolean }>
}

const recordColumn: WrittenColumn = { name: 'record', kind: 'text' }

/** What a file of a register is called. */
export function nameOfFile(register: string, format: ExportFormat, { asOf }: LookAt, now: Date): string {
  return `${register}-${asOf ?? localDate(now, 'UTC')}.${format}`
}

/** Opens what a search finds as a table, with the fields that the reader may have. */
export function openTable(
  context: Context,
  { organisation, register, where, at }: WantedTable,
):
  | OpenTable
  | Refused<'registers.register-not-found'>
  | Refused<'registers.export-empty'>
  | Exclude<ReturnType<typeof searchRefusal>, null> {
  const { tx } = context
  const definition = findDefinition(context, organisation, register)
  if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
  const reader = readerOf(context, definition)
  const act = at.knownAt === undefined ? 'search' : 'history'
  const refused = searchRefusal(context, definition, reader, { where, act })
  if (refused !== null) return refused
  const withheld = withheldFields(definition, reader.general(act), act)
  const isWithheld = (pointer: string) => withheld.some(hidden => covers(hidden.pointer, generalPointer(pointer)))
  const fields = fieldsOfRegister(context, definition).filter(({ pointer }) => !isWithheld(pointer))
  if (fields.length === 0) return refuse(exportEmpty, { params: { register } })
  context.concerns(
    [],
    fields.map(({ pointer }) => `${register}${pointer}`),
  )
  const isNow = at.asOf === undefined && at.knownAt === undefined
  return {
    columns: [recordColumn, ...fields.map(({ dotted, kind }) => ({ name: dotted, kind }))],
    withheld,
    async take(after, most) {
      const found = isNow
        ? await listFound(tx, definition, where, after, most)
        : await listHeld(tx, definition, where, at, after, most)
      const rows = []
      for (const record of found) {
        const shown = reader.show(act, record)
        if (shown === null) continue
        rows.push([shown.record, ...fields.map(({ pointer }) => valueAt(shown.data, pointer) ?? null)])
        context.concerns(subjectsOf(definition, record.record, record.data), [])
      }
      return { rows, last: found.at(-1)?.record ?? after, isMore: found.length === most }
    },
  }
}
