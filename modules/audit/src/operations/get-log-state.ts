import { handle } from '@tereze/foundation-operations'
import { getLogState as definition } from '../contract/index.ts'
import { logSigner } from '../ports/log-signer.ts'
import { listWitnesses } from '../store/cosignatures.ts'
import { getLogSize } from '../store/verify.ts'

/** How it stands with a log and its witnesses. */
export const getLogState = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, port }) {
    const signer = port(logSigner)
    return {
      origin: signer.nameOf(organisation),
      size: await getLogSize(tx, organisation),
      keys: await signer.verifierKeys(tx, organisation),
      witnesses: await listWitnesses(tx, organisation),
    }
  },
})
