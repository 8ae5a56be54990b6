import { respondRaw } from '@tereze/foundation-operations'
import { speakOpenId as definition } from '../contract/index.ts'
import { openIdProvider } from '../openid/provider.ts'

/** OpenID Connect itself. */
export const speakOpenId = respondRaw(definition, (request, response, surroundings) =>
  surroundings.port(openIdProvider).handle(request, response),
)
