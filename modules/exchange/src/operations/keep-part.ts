import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { keepPart } from '../contract/file-part.ts'
import { fileExpired, fileNotFound, filePartWrong } from '../contract/sent-file.ts'
import { findPart, insertPart, listMissing, lockFile } from '../store/file-parts.ts'
import { updateFile } from '../store/files.ts'

/** Notes where a part of a file is kept. */
export const keepPartHandler = handle(keepPart, {
  tenant: input => input.organisation,
  async run({ organisation, file, part, sha256, blob }, { tx, now }) {
    lockFile(tx, file)
    const found = await findPart(tx, organisation, file, part)
    if (found?.state === 'expired') return refuse(fileExpired, { params: { file } })
    if (found === null || found.sha256 === null) return refuse(fileNotFound, { params: { file } })
    if (found.sha256 !== sha256) return refuse(filePartWrong, { params: { part } })
    const kept = await insertPart(tx, file, part, blob)
    const missing = (await listMissing(tx, organisation, file)).length
    if (kept && missing === 0) await updateFile(tx, file, { state: 'checking', now })
    return { kept, missing }
  },
})
