import { commonRefusals, type Handler, type Module, type ProtocolHandler } from '@tereze/foundation-operations'
import { type Operation, openScope, type RefusalDefinition, refusalStatus, workScope } from '@tereze/operation'
import type { TSchema } from 'typebox'

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem',
  required: ['type', 'status', 'code', 'title', 'remedy', 'pointer', 'params', 'also', 'requestId'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    title: { type: 'string' },
    remedy: { type: 'string', description: 'The way out' },
    pointer: { type: 'string', description: 'JSON Pointer (RFC 6901) of the wrong field' },
    params: { type: 'object' },
    also: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, title: { type: 'string' } },
      },
    },
    requestId: { type: 'string' },
  },
}

function problemsByStatus(refusals: readonly RefusalDefinition[]): Record<string, unknown> {
  const codes = new Map<number, string[]>()
  for (const { code, is } of [...refusals, ...commonRefusals]) {
    const status = refusalStatus[is]
    codes.set(status, [...(codes.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...codes]
      .sort(([a], [b]) => a - b)
      .map(([status, list]) => [
        String(status),
        {
          description: list.sort().join(', '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  )
}

/** TypeBox marks its schemas with symbols and non-enumerable keys; the document is plain JSON. */
function plain(schema: TSchema): unknown {
  return JSON.parse(JSON.stringify(schema))
}

function signatureParameter({ signature }: Operation): readonly unknown[] {
  if (signature === undefined || signature === 'simple') return []
  return [
    {
      name: 'X-Tereze-Signature',
      in: 'header',
      required: true,
      description: `The statement in which the caller signed this request; an ${signature} signature at least.`,
      schema: { type: 'string', maxLength: 100 },
    },
  ]
}

/** Who may come how: with a session of the platform's own pages, or by an application with the scope (OpenAPI 3.1, 4.8.30). */
function securityOf({ scope }: { scope?: string }): Record<string, unknown> {
  if (scope === openScope) return { security: [] }
  return { security: [{ session: [] }, { token: scope === undefined ? [workScope] : [scope, workScope] }] }
}

function operationEntry({ definition }: Handler): unknown {
  return {
    operationId: definition.name,
    tags: [definition.module],
    summary: definition.does,
    'x-permission': definition.permission,
    ...securityOf(definition),
    'x-effects': definition.effects,
    'x-emits': definition.emits.map(event => `${event.type}@${event.version}`),
    ...(definition.signature === undefined ? {} : { 'x-signature': definition.signature }),
    ...(definition.kind === 'command'
      ? {
          parameters: [
            ...signatureParameter(definition),
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              description: 'The same key with the same input is answered with the first reply.',
              schema: { type: 'string', maxLength: 200 },
            },
          ],
        }
      : {}),
    requestBody: { required: true, content: { 'application/json': { schema: plain(definition.input) } } },
    responses: {
      [definition.accepted ? '202' : '200']: {
        description: definition.accepted ? 'Begun' : 'Done',
        content: { 'application/json': { schema: plain(definition.output) } },
      },
      ...problemsByStatus(definition.refusals),
    },
  }
}

function protocolEntry({ definition }: Pick<ProtocolHandler, 'definition'>): unknown {
  return {
    operationId: definition.name,
    tags: [definition.module],
    summary: definition.does,
    'x-permission': definition.permission,
    ...securityOf(definition),
    'x-kind': definition.kind,
    parameters: [...definition.path.matchAll(/:([a-z]+)/gi)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    responses: { '2XX': { description: 'The protocol’s own reply' }, ...problemsByStatus(definition.refusals) },
  }
}

/** The OpenAPI 3.1 document of all operations, in a stable order. */
export function createOpenApi(
  modules: readonly Module[],
  info: { title: string; version: string },
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { operations, protocols } of modules) {
    for (const handler of operations) {
      paths[`/v1/${handler.definition.module}/${handler.definition.verb}`] = { post: operationEntry(handler) }
    }
    for (const handler of protocols) {
      const path = handler.definition.path.replace(/:([a-zA-Z]+)/g, '{$1}')
      const methods = handler.definition.method === 'ALL' ? ['get', 'post'] : [handler.definition.method.toLowerCase()]
      for (const method of methods) paths[path] = { ...paths[path], [method]: protocolEntry(handler) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { ...info, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tereze_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
