import { handle } from '@tereze/foundation-operations'
import { parseCheckpoint, sameBytes, verifyInclusion } from '@tereze/merkle-log'
import { proveMark as definition, type MarkedLine } from '../contract/index.ts'
import { logSigner } from '../ports/log-signer.ts'
import { proveLine } from '../reading/prove-line.ts'
import { idsBetween } from '../rules/ids-between.ts'
import { leafOf, sha256 } from '../rules/leaf.ts'
import { findLineMarked } from '../store/lines.ts'

const nowhere = { line: null, index: null, size: null, origin: null, witnesses: 0 }

/** Proves the line that names a mark: the line is what was sealed, its place follows from the tree, and the organisation signed the root. */
export const proveMark = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, mark, at }, { tx, port }): Promise<MarkedLine> {
    const line = await findLineMarked(tx, organisation, mark, idsBetween(at))
    if (line === null) return { state: 'missing', ...nowhere }
    const proved = await proveLine(tx, organisation, line.id)
    if (proved === null) return { state: 'awaited', ...nowhere, line: line.id }
    const { index, leaf, proof } = proved
    const text = await port(logSigner).open(tx, organisation, proved.checkpoint)
    const checkpoint = text === null ? null : parseCheckpoint(text)
    if (checkpoint === null) return { state: 'broken', ...nowhere, line: line.id, index }
    const { origin, size, root } = checkpoint
    const leafHash = leafOf(line)
    const holds = verifyInclusion({ index, size, leafHash, root, proof }, sha256)
    const state = holds ? 'proved' : sameBytes(leafHash, leaf) ? 'broken' : 'changed'
    // The organisation signs first; what follows are its witnesses.
    const signatures = proved.checkpoint.split('\n').filter(signature => signature.startsWith('— ')).length
    return { state, line: line.id, index, size, origin, witnesses: Math.max(0, signatures - 1) }
  },
})
