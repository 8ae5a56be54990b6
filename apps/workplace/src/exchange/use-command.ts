import { commandOf } from '../session/command-of.ts'

/** What screens show of the exchange. */
export const exchangeKey = 'exchange'

/** Calls a command of the exchange. */
export const useCommand = commandOf(exchangeKey)
