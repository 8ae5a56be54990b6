import { commandOf } from '../session/command-of.ts'

/** What screens show of rights and emergencies. */
export const rightsKey = 'rights'

/** Calls a command about emergencies. */
export const useCommand = commandOf(rightsKey)
