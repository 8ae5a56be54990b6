import { Instant, operation, PersonId, refusal, Text } from '@tereze/operation'
import { Type } from 'typebox'
import { ClientId } from './client.ts'
import { ApiScope } from './scope.ts'

/** The account gave no access to such an application, or has taken it back. */
export const applicationNotFound = refusal('identity.application-not-found', 'not-found')

/** Applications to which the own account gave access. */
export const listApplications = operation({
  name: 'identity.list-applications',
  does: 'Lists the applications that may act for the own account, since when, and what each was let do.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({
    items: Type.Array(Type.Object({ client: ClientId, name: Text, since: Instant, scopes: Type.Array(ApiScope) })),
  }),
  permission: 'identity.way.read',
})

/** Takes access back; what the application was given is worth nothing from the next request on. */
export const endApplication = operation({
  name: 'identity.end-application',
  does: 'Takes back the access of an application to the own account, with all its tokens.',
  input: Type.Object({ client: ClientId }),
  output: Type.Object({ client: ClientId }),
  permission: 'identity.session.end',
  refusals: [applicationNotFound],
})

/** What an account lets an application do now. */
export const findGiven = operation({
  name: 'identity.find-given',
  does: 'Tells what an account lets an application do now, with or without it being there.',
  kind: 'query',
  input: Type.Object({ client: ClientId, account: PersonId }),
  output: Type.Object({ scopes: Type.Array(ApiScope) }),
  permission: 'identity.client.read',
})
