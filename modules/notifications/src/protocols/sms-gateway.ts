import type { SystemActor } from '@tereze/operation'

/** The SMS gateway after it has proven itself. */
export const smsGateway: SystemActor = {
  kind: 'system',
  id: 'system:sms-gateway',
  organisation: 'platform',
  roles: ['sms-gateway'],
  language: 'en',
  clients: [],
}
