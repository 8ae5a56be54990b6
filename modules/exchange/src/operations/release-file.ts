import { handle } from '@tereze/foundation-operations'
import { releaseFile } from '../contract/held-file.ts'
import { deleteHold } from '../store/file-holds.ts'

/** Lets a file go. */
export const releaseFileHandler = handle(releaseFile, {
  tenant: input => input.organisation,
  async run({ file, holder }, { tx }) {
    deleteHold(tx, file, holder)
    return { file }
  },
})
