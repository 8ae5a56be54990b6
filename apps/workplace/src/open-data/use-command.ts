import { commandOf } from '@tereze/ui-app'

/** What screens show of open data. */
export const openDataKey = 'open-data'

/** Calls a command of open data. */
export const useCommand = commandOf(openDataKey)
