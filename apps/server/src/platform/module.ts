import type { Database } from '@tereze/foundation-database'
import { contentSecurityTowards, createOpenApi } from '@tereze/foundation-http'
import { type Module, module, operationNotFound, type ProtocolHandler, respond } from '@tereze/foundation-operations'
import type { Telemetry } from '@tereze/foundation-telemetry'
import { type ProtocolReply, type Refused, refuse } from '@tereze/operation'
import { showAsset, showLife, showMetrics, showOpenApi, showReadiness, showStudio, showWorkplace } from './protocols.ts'
import type { StaticFiles } from './static-files.ts'

const text = (status: number, body: string, type = 'text/plain; charset=utf-8'): ProtocolReply => ({
  status,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body,
})

/** A file of a single-page app; every other path is its one page. */
function singlePage(parts: PlatformModuleParts, app: 'workplace' | 'studio', path: string): ProtocolReply | Refused {
  const files = parts[app]
  const file = files.find(path)
  if (file !== null) return file
  const page = /\.[a-z0-9]+$/.test(path) ? null : files.find('index.html')
  if (page === null) return refuse(operationNotFound, { params: { operation: app } })
  // The page itself names all signing programs that there are; only those of a published jurisdiction are spoken to.
  const programs = parts.programs()
  if (programs.length === 0) return page
  return {
    ...page,
    headers: { ...page.headers, 'content-security-policy': contentSecurityTowards([], programs) },
  }
}

/** What the server's own protocols need. */
export interface PlatformModuleParts {
  readonly database: Database
  readonly telemetry: Telemetry
  readonly version: string
  readonly assets: StaticFiles
  readonly workplace: StaticFiles
  readonly studio: StaticFiles
  /** Origins of programs on people’s own machines that sign, as the published jurisdictions name them. */
  readonly programs: () => readonly string[]
  /** Pages of the portal. */
  readonly pages: readonly ProtocolHandler[]
  /** All modules, for the document of the API. */
  readonly modules: () => readonly Module[]
}

/** What the server serves itself: health, metrics, the document of the API, files of the screens, pages of the portal. */
export function platformModule(parts: PlatformModuleParts): Module {
  let document: string | null = null
  return module({
    name: 'platform',
    protocols: [
      respond(showLife, async () => text(200, 'live')),
      respond(showReadiness, async () => {
        try {
          await parts.database.client.query('select 1')
          return text(200, 'ready')
        } catch (error) {
          parts.telemetry.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'not ready')
          return text(503, 'the database does not answer')
        }
      }),
      respond(showMetrics, async () =>
        text(200, await parts.telemetry.metrics.text(), 'text/plain; version=0.0.4; charset=utf-8'),
      ),
      respond(showOpenApi, async () => {
        document ??= JSON.stringify(createOpenApi(parts.modules(), { title: 'Tereze', version: parts.version }))
        return { ...text(200, document, 'application/json; charset=utf-8') }
      }),
      respond(
        showAsset,
        async ({ params }) =>
          parts.assets.find(params['*'] ?? '') ?? refuse(operationNotFound, { params: { operation: 'asset' } }),
      ),
      respond(showWorkplace, async ({ params }) => singlePage(parts, 'workplace', params['*'] ?? '')),
      respond(showStudio, async ({ params }) => singlePage(parts, 'studio', params['*'] ?? '')),
      ...parts.pages,
    ],
  })
}
