import { Instant, OrganisationId, operation, Text } from '@tereze/operation'
import { Type } from 'typebox'
import { ServiceVersion } from './service-version.ts'

/** How far topics are in telling of what a load brought. */
export const listLoads = operation({
  name: 'exchange.list-loads',
  does: 'Tells of a load of a register which topics tell of it, how far each is, and of which records it cannot tell.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    /** The load: an import of a file, or whatever else named itself as the source of records. */
    import: Type.String({ minLength: 1, maxLength: 100 }),
  }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        topic: ServiceVersion,
        title: Text,
        /** Records that the load wrote, those that were gone over, and those of which the topic told. */
        total: Type.Integer({ minimum: 0 }),
        looked: Type.Integer({ minimum: 0 }),
        told: Type.Integer({ minimum: 0 }),
        /** Records of which the topic cannot tell what its contract promises: how many, and the first twenty of them. */
        unfit: Type.Integer({ minimum: 0 }),
        unfitRecords: Type.Array(Type.String()),
        endedAt: Type.Union([Instant, Type.Null()]),
      }),
    ),
  }),
  permission: 'exchange.load.read',
})
