import { commandOf } from '@tereze/ui-app'

/** What screens show of seals and of whom is trusted. */
export const sealsKey = 'seals'

/** Calls a command that changes them; what has to be signed is signed on the way. */
export const useCommand = commandOf(sealsKey)
