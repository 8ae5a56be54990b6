import { module } from '@tereze/foundation-operations'
import { getOwnProfileHandler } from './operations/get-own-profile.ts'
import { listOwnLooksHandler } from './operations/list-own-looks.ts'

/** What the state knows about a person, from where, and who looked. */
export const profile = module({
  name: 'profile',
  operations: [getOwnProfileHandler, listOwnLooksHandler],
  messages: new URL('../messages/', import.meta.url),
})
