import { handle } from '@tereze/foundation-operations'
import { getMessageLogState } from '../contract/log.ts'
import { messageLogSigner } from '../ports/message-log-signer.ts'
import { listWitnessRows } from '../store/cosignatures.ts'
import { findNewestCheckpoint } from '../store/log.ts'

/** How it stands with the log of an organisation's messages and its witnesses. */
export const getMessageLogStateHandler = handle(getMessageLogState, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, port }) {
    const signer = port(messageLogSigner)
    return {
      origin: signer.nameOf(organisation),
      size: (await findNewestCheckpoint(tx, organisation))?.size ?? 0,
      keys: await signer.verifierKeys(tx, organisation),
      witnesses: await listWitnessRows(tx, organisation),
    }
  },
})
