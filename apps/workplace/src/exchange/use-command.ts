import { commandOf } from '@tereze/ui-app'

/** What screens show of the exchange. */
export const exchangeKey = 'exchange'

/** Calls a command of the exchange. */
export const useCommand = commandOf(exchangeKey)
