import { commandOf } from '@tereze/ui-app'

/** What screens show of the archive. */
export const archiveKey = 'archive'

/** Calls a command of the archive. */
export const useCommand = commandOf(archiveKey)
