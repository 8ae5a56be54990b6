import { Instant, OrganisationId, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CertificateSerial } from './serial.ts'

/** What a seal signs: a file with the signature in it, or a signature beside one. */
export const SealUseKind = Type.Union([Type.Literal('file'), Type.Literal('beside')])
/** What a seal signs. */
export type SealUseKind = Static<typeof SealUseKind>

/** What is signed with a seal: nothing that says whose it is. */
export const SealedThing = Type.Object({
  kind: SealUseKind,
  /** Id of what is signed, such as a document's. */
  subject: Type.String({ minLength: 1, maxLength: 100 }),
  /** The number by which people know it. */
  number: Type.String({ minLength: 1, maxLength: 100 }),
  title: Text,
})
/** What is signed with a seal. */
export type SealedThing = Static<typeof SealedThing>

/** A thing that a seal signed. */
export const SealUse = Type.Object({
  ...SealedThing.properties,
  /** How often: a file may be drawn anew, a signature beside it is made whenever it is asked for. */
  times: Type.Integer(),
  firstAt: Instant,
  lastAt: Instant,
})
/** A thing that a seal signed. */
export type SealUse = Static<typeof SealUse>

/** How much a seal signed. */
export const SealUses = Type.Object({
  things: Type.Integer(),
  signatures: Type.Integer(),
  /** Null where nothing is noted. */
  firstAt: Type.Union([Instant, Type.Null()]),
  lastAt: Type.Union([Instant, Type.Null()]),
})
/** How much a seal signed. */
export type SealUses = Static<typeof SealUses>

/** Where a seal was used. */
export const listSealUses = operation({
  name: 'signatures.list-seal-uses',
  does: 'Lists what the certificate of an organisation’s seal signed, the latest first; found by all words of a search in title and number.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    serial: CertificateSerial,
    search: Type.Optional(Type.String({ maxLength: 200 })),
    /** The `next` of the page before. */
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  output: Type.Object({
    items: Type.Array(SealUse),
    /** What the next page begins after; null where there is none. */
    next: Type.Union([Type.String(), Type.Null()]),
  }),
  permission: 'signatures.seal.read',
})
