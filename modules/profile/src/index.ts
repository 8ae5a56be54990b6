import { module } from '@tereze/foundation-operations'
import { getFirmProfileHandler } from './operations/get-firm-profile.ts'
import { getOwnFactHandler } from './operations/get-own-fact.ts'
import { getOwnProfileHandler } from './operations/get-own-profile.ts'
import { listOwnFirmsHandler } from './operations/list-own-firms.ts'
import { listOwnLooksHandler } from './operations/list-own-looks.ts'
import { reportErrorHandler } from './operations/report-error.ts'
import { onCaseChanged } from './subscribers/on-case-changed.ts'

export { profilePackages } from './declaration/check-declared.ts'

/** What the state knows about a person, from where, who looked, and what the person says is wrong. */
export const profile = module({
  name: 'profile',
  operations: [
    getOwnProfileHandler,
    getOwnFactHandler,
    listOwnLooksHandler,
    reportErrorHandler,
    listOwnFirmsHandler,
    getFirmProfileHandler,
  ],
  subscribers: [onCaseChanged],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
