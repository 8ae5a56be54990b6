import { commandOf } from '@tereze/ui-app'

/** What screens show of rights and emergencies. */
export const rightsKey = 'rights'

/** Calls a command about emergencies. */
export const useCommand = commandOf(rightsKey)
