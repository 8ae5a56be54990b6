import { type AuditLine, type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { exportLines, exportUnfit, listSealedLines } from '../contract/index.ts'
import { tellerOf } from '../siem/teller-of.ts'
import { siemFormats, type TellLine } from '../siem/told-line.ts'

const mediaTypes = { cef: 'text/plain; charset=utf-8', ecs: 'application/x-ndjson; charset=utf-8' }
const organisationPattern = /^[a-z][a-z0-9-]{1,62}$/
const page = 1000

/** The log came to an end, or the right to read it did, while it was read. */
export class ExportCut extends Error {
  override readonly name = 'ExportCut'
}

/** Lines up to a place, read page by page as they are taken. A refusal on the way cuts the connection: half a log is no log. */
async function* told(
  context: Pick<ProtocolContext, 'call'>,
  organisation: string,
  since: number,
  end: number,
  tell: TellLine,
): AsyncGenerator<Uint8Array> {
  for (let next = since; next < end; ) {
    const got = await context.call(listSealedLines, { organisation, since: next, limit: Math.min(page, end - next) })
    if (isRefused(got) || got.next === next)
      throw new ExportCut(`the log of ${organisation} ended at ${next} of ${end}`)
    const lines = got.items.map(({ index, line }) => `${tell({ index, line: line as unknown as AuditLine })}\n`)
    yield new TextEncoder().encode(lines.join(''))
    next = got.next
  }
}

/** The sealed lines of a log from a place on, up to where it is sealed now. */
export const exportLinesHandler = respond(exportLines, async (request, context) => {
  const { organisation = '' } = request.params
  const { searchParams } = request.url
  const format = siemFormats.find(one => one === (searchParams.get('format') ?? 'ecs'))
  const given = searchParams.get('since') ?? '0'
  if (format === undefined || !/^\d{1,15}$/.test(given) || !organisationPattern.test(organisation))
    return refuse(exportUnfit, { pointer: format === undefined ? '/format' : '/since' })
  const since = Number(given)
  const first = await context.call(listSealedLines, { organisation, since, limit: 1 })
  if (isRefused(first)) return first
  const end = Math.max(first.size, since)
  return {
    status: 200,
    headers: {
      'content-type': mediaTypes[format],
      'tereze-next': String(end),
      'cache-control': 'private, no-store',
    },
    body: told(context, organisation, since, end, tellerOf(format)),
  }
})
