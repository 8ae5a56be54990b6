import { Instant, OrganisationId, openScope, operation, protocol, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** There is no such line, or it has not been sealed yet. */
export const lineNotFound = refusal('audit.line-not-found', 'not-found')

/** Proof that a line stands in the log of its organisation (RFC 6962 inclusion proof). */
export const getProof = operation({
  name: 'audit.get-proof',
  does: 'Gives the inclusion proof of an audit line against the newest checkpoint that witnesses cosigned, or the newest signed one.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, line: Type.String() }),
  output: Type.Object({
    index: Type.Integer({ minimum: 0 }),
    leaf: Type.String({ description: 'Leaf hash, base64' }),
    proof: Type.Array(Type.String()),
    checkpoint: Type.String({ description: 'Signed checkpoint, with the signatures of its witnesses' }),
  }),
  permission: 'audit.proof.read',
  scope: 'access.read',
  refusals: [lineNotFound],
})

/** A line of the log with its proof (C2SP tlog-proof). */
export const getProofFile = operation({
  name: 'audit.get-proof-file',
  does: 'Gives a line of the audit log with its proof as text, to the person it is about or to an auditor of the organisation.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, line: Type.String({ maxLength: 100 }) }),
  output: Type.Object({ file: Type.String({ description: 'C2SP tlog-proof; the line itself is in it' }) }),
  permission: 'audit.proof.read',
  scope: 'access.read',
  refusals: [lineNotFound],
})

/** The proof of a line as a file that can be checked without the platform (C2SP tlog-proof); the line itself is in it. */
export const showProof = protocol({
  name: 'audit.show-proof',
  does: 'Gives a line of the audit log with its proof as one file, to the person it is about or to an auditor of the organisation.',
  method: 'GET',
  path: '/audit/:organisation/:line/line.tlog-proof',
  permission: 'audit.proof.read',
  scope: 'access.read',
  refusals: [lineNotFound],
  audited: true,
})

/** How it stands with a witness of a log. */
export const WitnessStanding = Type.Object({
  witness: Type.String(),
  /** `refused`: it does not agree that the log only grew. `ahead`: it knows a longer log than there is. `silent`: it did not answer. */
  state: Type.Enum(['cosigned', 'refused', 'ahead', 'silent']),
  /** Size of the checkpoint that it was asked to cosign last. */
  size: Type.Integer({ minimum: 0 }),
  time: Instant,
})

/** The audit log of an organisation and its witnesses. */
export const getLogState = operation({
  name: 'audit.get-log-state',
  does: 'Gives the size of an organisation’s audit log, its keys and how it stands with its witnesses.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    /** Name of the log, e.g. `services.example/civil-registry/audit`. */
    origin: Type.String(),
    size: Type.Integer({ minimum: 0 }),
    /** Verifier keys, newest first (C2SP signed-note): what a witness or an outside auditor is given. */
    keys: Type.Array(Type.String()),
    witnesses: Type.Array(WitnessStanding),
  }),
  permission: 'audit.proof.read',
  scope: 'access.read',
})

/** How a line of the log says that somebody was given something: by its hash alone. */
export const LineMark = Type.String({ pattern: '^receipt:[A-Za-z0-9_-]{43}$' })

/** What became of the line that names a mark. */
export const MarkedLine = Type.Object({
  /**
   * `proved`: it stands in the log under a checkpoint that the organisation signed. `awaited`: it is written and not sealed yet.
   * `missing`: no line names the mark. `changed`: the line is not what was sealed. `broken`: the log does not prove it.
   */
  state: Type.Enum(['proved', 'awaited', 'missing', 'changed', 'broken']),
  line: Type.Union([Type.String(), Type.Null()]),
  /** Place in the log, from 0, and the size of the checkpoint that proves it. */
  index: Type.Union([Type.Integer(), Type.Null()]),
  size: Type.Union([Type.Integer(), Type.Null()]),
  /** Name of the log in the checkpoint. */
  origin: Type.Union([Type.String(), Type.Null()]),
  /** How many witnesses cosigned the checkpoint. */
  witnesses: Type.Integer(),
})
/** What became of the line that names a mark. */
export type MarkedLine = Static<typeof MarkedLine>

/** Proves the line that names a mark. */
export const proveMark = operation({
  name: 'audit.prove-mark',
  does: 'Finds the line of an organisation’s log that names a mark, such as the hash of a receipt, written within a minute of a moment, and proves its place by the Merkle tree (RFC 9162) and the signed checkpoint.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, mark: LineMark, at: Instant }),
  output: MarkedLine,
  permission: 'audit.mark.prove',
  scope: openScope,
})
