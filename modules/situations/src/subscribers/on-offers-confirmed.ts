import { subscriber } from '@tereze/foundation-operations'
import { offersConfirmed } from '../contract/situation.ts'
import { startService } from '../starting/start-service.ts'

/** A person confirmed an offer. */
export const onOffersConfirmed = subscriber({
  name: 'situations.on-offers-confirmed',
  on: [offersConfirmed],
  tenant: event => event.data.organisation,
  react: (event, context) =>
    startService(context, event.data, 'portal', event.onBehalfOf === null ? undefined : event.actor),
})
