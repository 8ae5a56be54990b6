import { module } from '@tereze/foundation-operations'
import { lookAtRecords } from './jobs/look.ts'
import { confirmOffersHandler } from './operations/confirm-offers.ts'
import { declineOfferHandler } from './operations/decline-offer.ts'
import { getOwnSituationHandler } from './operations/get-own-situation.ts'
import { listOwnSituationsHandler } from './operations/list-own-situations.ts'
import { listSilentLooksHandler } from './operations/list-silent-looks.ts'
import { rehearseSituationHandler } from './operations/rehearse-situation.ts'
import { repeatLookHandler } from './operations/repeat-look.ts'
import { onOffersConfirmed } from './subscribers/on-offers-confirmed.ts'
import { onRecord } from './subscribers/on-record.ts'
import { onServiceDue } from './subscribers/on-service-due.ts'

export { situationPackages } from './package-support.ts'

/** Life situations begin, progress and end. */
export const situations = module({
  name: 'situations',
  operations: [
    listOwnSituationsHandler,
    getOwnSituationHandler,
    confirmOffersHandler,
    declineOfferHandler,
    listSilentLooksHandler,
    repeatLookHandler,
    rehearseSituationHandler,
  ],
  subscribers: [onRecord, onServiceDue, onOffersConfirmed],
  jobs: [lookAtRecords],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
