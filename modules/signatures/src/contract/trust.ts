import { Instant, OrganisationId, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { AddedAuthority, JurisdictionId } from './added-authority.ts'
import { authorityMissing, sealNotFound } from './seal.ts'
import { SealUses } from './seal-use.ts'
import { CertificateSerial } from './serial.ts'
import { told } from './told.ts'

/** What a seal's certificate is good for: it signs (and ends soon), another has taken its place, its term is over, or it was revoked. */
export const SealState = Type.Union([
  Type.Literal('in-force'),
  Type.Literal('ends-soon'),
  Type.Literal('replaced'),
  Type.Literal('expired'),
  Type.Literal('revoked'),
])
/** What a seal's certificate is good for. */
export type SealState = Static<typeof SealState>

/** A certificate of an organisation's seal, as its integrator sees it. */
export const SealShown = Type.Object({
  ...told,
  state: SealState,
  revokedAt: Type.Union([Instant, Type.Null()]),
  revokedBecause: Type.Union([Type.String(), Type.Null()]),
  uses: SealUses,
})
/** A certificate of an organisation's seal, as its integrator sees it. */
export type SealShown = Static<typeof SealShown>

/** Somebody whose word on certificates is taken. */
export const AuthorityShown = Type.Object(told)
/** Somebody whose word on certificates is taken. */
export type AuthorityShown = Static<typeof AuthorityShown>

const organisation = Type.Object({ organisation: OrganisationId })

/** Certificates of an organisation's seal. */
export const listSeals = operation({
  name: 'signatures.list-seals',
  does: 'Lists the certificates that an organisation’s seal has had, the newest first.',
  kind: 'query',
  input: organisation,
  /** Two hundred at most. */
  output: Type.Object({ items: Type.Array(SealShown) }),
  permission: 'signatures.seal.read',
})

/** Gives a seal its next certificate before the present one ends. */
export const renewSeal = operation({
  name: 'signatures.renew-seal',
  does: 'Gives the key of an organisation’s seal its next certificate; what the one before signed stays valid.',
  input: Type.Object({ organisation: OrganisationId, serial: CertificateSerial }),
  output: Type.Object({ serial: CertificateSerial, until: Instant }),
  permission: 'signatures.seal.renew',
  refusals: [authorityMissing, sealNotFound],
})

/** Whose word on certificates and on time is taken here. */
export const listTrusted = operation({
  name: 'signatures.list-trusted',
  does: 'Lists whose certificates are trusted here: the installation’s authority, those of jurisdictions, and the clocks that stamp.',
  kind: 'query',
  input: organisation,
  output: Type.Object({
    /** The authority for seals; null before the first document. */
    own: Type.Union([AuthorityShown, Type.Null()]),
    /** Why the authority for seals was begun before its time; null where it was not. */
    begunBecause: Type.Union([Type.String(), Type.Null()]),
    /** Authorities for seals that it succeeded, the newest first: what they certified stays valid. */
    earlier: Type.Array(AuthorityShown),
    authorities: Type.Array(
      Type.Object({
        ...told,
        jurisdiction: Type.String(),
        level: Type.Union([Type.Literal('advanced'), Type.Literal('qualified')]),
      }),
    ),
    /** Authorities that people added from a file, the newest first, with what became of them; two hundred at most. */
    added: Type.Array(AddedAuthority),
    /** Jurisdictions by whose rules an authority can be added. */
    jurisdictions: Type.Array(Type.Object({ id: JurisdictionId, title: Text })),
    clocks: Type.Object({
      /** Whether an outside authority is asked first. */
      isOutsideFirst: Type.Boolean(),
      /** The installation's own clock; null before its first stamp. */
      own: Type.Union([AuthorityShown, Type.Null()]),
    }),
  }),
  permission: 'signatures.seal.read',
})
