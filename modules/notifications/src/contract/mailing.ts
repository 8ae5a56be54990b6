import { OrganisationId, operation } from '@tereze/operation'
import { Type } from 'typebox'
import { Channel } from './message.ts'

/** What a message belongs to that goes to many, e.g. the id of a leak. */
export const Mailing = Type.String({ minLength: 1, maxLength: 100 })

/** Sums a mailing up. */
export const sumUpMailing = operation({
  name: 'notifications.sum-up-mailing',
  does: 'Sums up what became of messages that went to many: how many were written and read, and what came of each channel.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, mailing: Mailing }),
  output: Type.Object({
    written: Type.Integer(),
    read: Type.Integer(),
    channels: Type.Array(
      Type.Object({
        channel: Channel,
        waiting: Type.Integer(),
        sent: Type.Integer(),
        /** Given up, or the person has no such address. */
        failed: Type.Integer(),
      }),
    ),
  }),
  permission: 'notifications.mailing.read',
})
