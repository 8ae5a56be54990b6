import { OrganisationId, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'

/** There is no such line, or it has not been sealed yet. */
export const lineNotFound = refusal('audit.line-not-found', 'not-found')

/** Proof that a line stands in the log of its organisation (RFC 6962 inclusion proof). */
export const getProof = operation({
  name: 'audit.get-proof',
  does: 'Gives the inclusion proof of an audit line against the newest signed checkpoint.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, line: Type.String() }),
  output: Type.Object({
    index: Type.Integer({ minimum: 0 }),
    leaf: Type.String({ description: 'Leaf hash, base64' }),
    proof: Type.Array(Type.String()),
    checkpoint: Type.String({ description: 'Signed checkpoint text' }),
  }),
  permission: 'audit.proof.read',
  refusals: [lineNotFound],
})
