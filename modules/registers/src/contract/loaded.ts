import { OrganisationId, operation } from '@tereze/operation'
import { Type } from 'typebox'
import { accessNotGranted, Under } from './access.ts'
import { RecordId, RegisterId, RegisterRecord, registerNotFound } from './record.ts'

/** Records that one portion of a load names at most. */
export const largestPortion = 200

/** What one load wrote, in portions. */
export const listLoaded = operation({
  name: 'registers.list-loaded',
  does: 'Lists the records that a load added or changed, as they are now, in the order of their ids; what is no more is counted and not shown.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** The load: an import of a file, or whatever else named itself as the source of records. */
    import: Type.String({ minLength: 1, maxLength: 100 }),
    /** The record to go on after. */
    after: Type.Optional(RecordId),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: largestPortion })),
    under: Under,
  }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        /** Whether the load began the record; false: it gave a record that was there another version. */
        added: Type.Boolean(),
        record: RegisterRecord,
      }),
    ),
    /** Records that this portion went over, with those that are merged or destroyed. */
    looked: Type.Integer({ minimum: 0 }),
    /** The record to go on after; null: this was the last portion. */
    next: Type.Union([RecordId, Type.Null()]),
  }),
  permission: 'registers.record.read',
  refusals: [registerNotFound, accessNotGranted],
})
