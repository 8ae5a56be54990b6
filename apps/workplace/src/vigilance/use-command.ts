import { commandOf } from '@tereze/ui-app'

/** What screens show of vigilance. */
export const vigilanceKey = 'vigilance'

/** Calls a command of vigilance. */
export const useCommand = commandOf(vigilanceKey)
