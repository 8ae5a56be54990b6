import type { JsonObject } from '@tereze/operation'
import type { ContractDefinition } from './contract-definition.ts'

/**
 * A service as an OpenAPI 3.1 document: one POST whose body is the contract's request and whose answer is its response. The schemas
 * are those of the contract as they stand, JSON Schema 2020-12 being the dialect of OpenAPI 3.1 (OAS 3.1.1, 4.8.24).
 * @param service `provider.name@major`.
 */
export function openApiOfService(
  service: string,
  contract: Pick<ContractDefinition, 'id' | 'version' | 'kind' | 'request' | 'response'>,
  title: string,
): JsonObject {
  const json = (schema: unknown) => ({ 'application/json': { schema } })
  return {
    openapi: '3.1.1',
    info: { title, version: contract.version },
    paths: {
      '/': {
        post: {
          operationId: service,
          'x-kind': contract.kind,
          requestBody: { required: true, content: json(contract.request) },
          responses: {
            '200': { description: title, content: json(contract.response) },
            default: {
              description: 'RFC 9457',
              content: { 'application/problem+json': { schema: { type: 'object' } } },
            },
          },
        },
      },
    },
  }
}
