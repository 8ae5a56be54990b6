import { principalOf } from '@tereze/operation'
import { isDenied, isDone, type TellLine } from './told-line.ts'

/** The version of the Elastic Common Schema that the fields are taken from. */
const ecsVersion = '8.11.0'

/** A line of the audit log as one document of the Elastic Common Schema, without line breaks. Its place in the log is `event.sequence`. */
export const toEcs: TellLine = ({ index, line }) => {
  const { id, tenant, time, actor, operation, purpose, ground, subjects, fields, outcome, policyVersion, correlation } =
    line
  const isSignIn = operation.startsWith('identity.')
  const onBehalfOf = principalOf(actor)
  return JSON.stringify({
    '@timestamp': time,
    ecs: { version: ecsVersion },
    event: {
      id,
      sequence: index,
      kind: 'event',
      category: [isSignIn ? 'authentication' : 'api'],
      type: isSignIn ? ['info'] : ['access', isDenied(line) ? 'denied' : 'allowed'],
      action: operation,
      outcome: isDone(line) ? 'success' : 'failure',
      ...(isDone(line) ? {} : { reason: outcome }),
      module: 'tereze',
      dataset: 'tereze.audit',
    },
    user: { id: actor.id, ...('roles' in actor ? { roles: actor.roles } : {}) },
    organization: { id: tenant },
    related: { user: [...new Set([actor.id, ...(onBehalfOf === null ? [] : [onBehalfOf]), ...subjects])] },
    trace: { id: correlation },
    tereze: {
      actor: { kind: actor.kind, clients: actor.clients, ...(onBehalfOf === null ? {} : { on_behalf_of: onBehalfOf }) },
      purpose,
      ground,
      subjects,
      fields,
      policy_version: policyVersion,
    },
  })
}
