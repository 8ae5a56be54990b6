import { createAuditor, findSize, listLinesFrom, siemFormats, tellerOf } from '@tereze/audit'
import { exportLines } from '@tereze/audit/contract'
import type { Database } from '@tereze/foundation-database'
import type { Keys } from '@tereze/foundation-keys'
import { createIds, systemClock } from '@tereze/foundation-operations'
import { openLogs } from '../audit-log.ts'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { configuration } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

const usage = '--organisation ORG [--format cef|ecs] [--since PLACE] [--limit COUNT] [--json]'
const typed = `audit export ${usage}`
const page = 1000
const ids = createIds(systemClock)

function numberOf(text: string | undefined, option: string, usual: number): number {
  if (text === undefined) return usual
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new UsageWrong(`${option} "${text}" is no number`, `Usage: tereze ${typed}`)
}

/** Writes down in the log itself that it was taken out. */
async function noteExport(
  database: Database,
  keys: Pick<Keys, 'pseudonyms'>,
  organisation: string,
  lines: { since: number; next: number },
): Promise<void> {
  const line = {
    id: ids.newId('audit'),
    tenant: organisation,
    time: systemClock.now().toISOString(),
    actor: officialAtTheCommandLine(organisation, 'security-officer'),
    operation: exportLines.name,
    purpose: exportLines.permission,
    ground: null,
    subjects: [],
    fields: [`lines:${lines.since}-${lines.next}`],
    outcome: 'done',
    policyVersion: 'command-line',
    correlation: ids.newUuid(),
  }
  await database.transaction(organisation, tx => createAuditor(keys).append(tx, [line]))
}

/** Exports lines of an audit log for a SIEM. */
export const auditExport: Command = {
  name: 'audit export',
  usage,
  does: 'Prints the sealed lines of an organisation’s audit log from a place on for a SIEM, one a line: CEF, or ECS as NDJSON; says on standard error where to go on. The log notes that it was taken out.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, { organisation: 'text', format: 'text', since: 'text', limit: 'text' })
    const organisation = required(given.text('organisation'), '--organisation', typed)
    const wanted = given.text('format') ?? 'ecs'
    const format = siemFormats.find(one => one === wanted)
    if (format === undefined)
      throw new UsageWrong(`"${wanted}" is no format`, `It is one of ${siemFormats.join(', ')}.`)
    const since = numberOf(given.text('since'), '--since', 0)
    const most = numberOf(given.text('limit'), '--limit', Number.MAX_SAFE_INTEGER)
    const tell = tellerOf(format)
    const { database, keys, close } = await openLogs(configuration())
    try {
      const size = await findSize(database, organisation)
      if (size === 0)
        throw new NotPossible(
          `${organisation} has no audit log`,
          'tereze audit verify lists the organisations that have one.',
        )
      let next = since
      for (const end = Math.min(size, since + most); next < end; ) {
        const lines = await listLinesFrom(database, organisation, next, Math.min(page, end - next))
        for (const line of lines) io.line(tell(line))
        next += lines.length
      }
      await noteExport(database, keys, organisation, { since, next })
      io.note(given.json ? JSON.stringify({ next, size }) : `next: --since ${next}`)
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
