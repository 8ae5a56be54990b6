import { commandOf } from '../session/command-of.ts'
import { registersKey } from './use-register.ts'

/** Calls a command of registers. */
export const useCommand = commandOf(registersKey)
