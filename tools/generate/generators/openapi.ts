import { createOpenApi } from '@tereze/foundation-http'
import { findBreakingChanges } from '../breaking-changes.ts'
import type { Generator } from '../generator.ts'

/** `docs/reference/openapi.json`: what outsiders build on. It may only grow. */
export const generator: Generator = {
  makes: 'the OpenAPI 3.1 document',
  files({ modules, read }) {
    const { version } = JSON.parse(read('package.json') ?? '{}') as { version: string }
    const document = createOpenApi(
      modules.map(({ module }) => module),
      { title: 'Tereze', version },
    )
    return { 'docs/reference/openapi.json': `${JSON.stringify(document, null, 2)}\n` }
  },
  losses: (_path, before, after) => findBreakingChanges(JSON.parse(before), JSON.parse(after)),
}
