import { commandOf } from '@tereze/ui-app'

/** What screens show of applications and outside providers. */
export const applicationsKey = 'applications'

/** Calls a command that changes them. */
export const useCommand = commandOf(applicationsKey)
