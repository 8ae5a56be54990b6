import { commandOf } from '../session/command-of.ts'

/** What screens show of the archive. */
export const archiveKey = 'archive'

/** Calls a command of the archive. */
export const useCommand = commandOf(archiveKey)
