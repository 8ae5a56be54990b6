import { subscriber } from '@tereze/foundation-operations'
import { serviceDue } from '../contract/situation.ts'
import { startService } from '../starting/start-service.ts'

/** A service starts by itself. */
export const onServiceDue = subscriber({
  name: 'situations.on-service-due',
  on: [serviceDue],
  tenant: event => event.data.organisation,
  react: (event, context) => startService(context, event.data, 'automatic'),
})
