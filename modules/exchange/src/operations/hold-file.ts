import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { holdFile } from '../contract/held-file.ts'
import { fileNotFound } from '../contract/sent-file.ts'
import { refuseStanding } from '../rules/decide-file.ts'
import { insertHold } from '../store/file-holds.ts'
import { findReceivedFiles } from '../store/files.ts'

/** Keeps a file that came for as long as somebody needs it. */
export const holdFileHandler = handle(holdFile, {
  tenant: input => input.organisation,
  async run({ file: id, holder }, { tx }) {
    const [file] = await findReceivedFiles(tx, [id])
    if (file === undefined) return refuse(fileNotFound, { pointer: '/file', params: { file: id } })
    const unready = refuseStanding(file, '/file')
    if (unready !== null) return unready
    insertHold(tx, id, holder)
    const { name, mediaType, size, sha256, virusCheck } = file
    return { file: id, name, mediaType, size, sha256, virusCheck: virusCheck ?? 'unchecked' }
  },
})
