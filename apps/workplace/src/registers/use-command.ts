import { commandOf } from '@tereze/ui-app'
import { registersKey } from './use-register.ts'

/** Calls a command of registers. */
export const useCommand = commandOf(registersKey)
