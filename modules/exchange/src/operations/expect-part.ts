import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { expectPart } from '../contract/file-part.ts'
import { fileExpired, fileNotFound } from '../contract/sent-file.ts'
import { sizeOfPart } from '../rules/decide-file.ts'
import { findPart } from '../store/file-parts.ts'

/** Tells what a part of a file must be. */
export const expectPartHandler = handle(expectPart, {
  tenant: input => input.organisation,
  async run({ organisation, file, part }, { tx }) {
    const found = await findPart(tx, organisation, file, part)
    if (found?.state === 'expired') return refuse(fileExpired, { params: { file } })
    if (found === null || found.sha256 === null) return refuse(fileNotFound, { params: { file } })
    return { sha256: found.sha256, size: sizeOfPart(part, found), kept: found.blob !== null }
  },
})
