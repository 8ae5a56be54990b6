import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type JsonObject, refuse } from '@tereze/operation'
import { describeService } from '../contract/member.ts'
import { contractNotFound } from '../contract/message.ts'
import { openApiOfService } from '../rules/openapi-of-service.ts'
import { findService } from '../rules/service-version.ts'

/** Describes a service by its schemas and as an OpenAPI document. */
export const describeServiceHandler = handle(describeService, {
  tenant: () => 'platform',
  async run({ contract: service }, { port, actor }) {
    const found = findService(port(packages), service)
    if (found === null) return refuse(contractNotFound, { pointer: '/contract', params: { contract: service } })
    const { pack, contract } = found
    return {
      contract: service,
      version: pack.version,
      kind: contract.kind,
      request: contract.request as unknown as JsonObject,
      response: contract.response as unknown as JsonObject,
      openapi: openApiOfService(service, contract, pack.messages.text('title', actor.language)),
    }
  },
})
