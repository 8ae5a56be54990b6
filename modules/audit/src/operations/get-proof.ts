import { handle } from '@tereze/foundation-operations'
import { toBase64 } from '@tereze/merkle-log'
import { refuse } from '@tereze/operation'
import { getProof as definition, lineNotFound } from '../contract/index.ts'
import { proveLine } from '../reading/prove-line.ts'

/** Proves that a line stands in its log. */
export const getProof = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, line }, { tx }) {
    const proved = await proveLine(tx, organisation, line)
    if (proved === null) return refuse(lineNotFound, { pointer: '/line' })
    const { index, leaf, proof, checkpoint } = proved
    return { index, leaf: toBase64(leaf), proof: proof.map(toBase64), checkpoint }
  },
})
