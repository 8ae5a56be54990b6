import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getAsked } from '../contract/asked-service.ts'
import { messageNotFound } from '../contract/log.ts'
import { type FileRow, listFilesOfMessage } from '../store/files.ts'
import { findQueued } from '../store/queue.ts'

const shown = ({ file, name, mediaType, size, sha256, state, reason }: FileRow) => ({
  ...{ file, name, mediaType, size, sha256, state, reason },
})

/** Tells how a message stands that an organisation sent. */
export const getAskedHandler = handle(getAsked, {
  tenant: input => input.organisation,
  async run({ organisation, message }, { tx, concerns }) {
    const found = await findQueued(tx, organisation, message)
    if (found === null || found.receiver !== null) return refuse(messageNotFound, { pointer: '/message' })
    const { contract, state, code, since, subjects } = found
    concerns([...subjects], [`contract:${contract}`, `message:${message}`])
    const files = await listFilesOfMessage(tx, organisation, message)
    return {
      ...{ message, contract, state, code, since },
      files: files.filter(({ answer, direction }) => !answer && direction === 'sent').map(shown),
      answerFiles: files.filter(({ answer, direction }) => answer && direction === 'received').map(shown),
    }
  },
})
