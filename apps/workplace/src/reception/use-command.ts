import { commandOf } from '@tereze/ui-app'

/** What screens show of the queue. */
export const receptionKey = 'reception'

/** Calls a command that changes the queue. */
export const useCommand = commandOf(receptionKey)
