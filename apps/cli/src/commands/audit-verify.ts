import { type LogProblem, type LogReport, listLogs, verifyLog } from '@tereze/audit'
import { askWitnesses, openLogs, witnessLinesOf } from '../audit-log.ts'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { configuration } from '../open-platform.ts'
import { readArgs } from '../read-args.ts'
import { count } from '../words-of-codes.ts'

const usage = '[--organisation ORG] [--witness ADDRESS#KEY]… [--json]'

const words: Readonly<Record<LogProblem['problem'], string>> = {
  'line-missing': 'a line is gone',
  'line-changed': 'a line was changed',
  'line-inserted': 'a line was put among those of the past',
  'access-missing': 'the line is hidden from whom it is about',
  'access-inserted': 'the list of accesses names somebody whom the line is not about',
  'leaf-missing': 'the log ends before its checkpoint',
  'leaf-inserted': 'a place that no checkpoint covers',
  'tile-changed': 'hashes of the tree were changed',
  'signature-wrong': 'the checkpoint is not signed by the organisation',
  'root-differs': 'the lines are not those that were signed',
  unsigned: 'the log says that it is longer than what was signed',
  'witness-differs': 'the witness has seen another log',
  'shorter-than-witnessed': 'the witness has seen a longer log',
}

function describe({ problem, at, from, line, witness }: LogProblem): string {
  const place = at === null ? null : from === undefined ? `at ${at}` : `from ${from} to ${at}`
  return [`✗ ${words[problem]}`, place, line, witness].filter(part => part !== null && part !== undefined).join('  ')
}

function describeLog({ tenant, size, checkpoints, witnessed, problems }: LogReport): string[] {
  const seen = witnessed.length === 0 ? 'no witness' : `witnessed by ${witnessed.join(', ')}`
  const mark = problems.length === 0 ? '✓' : '✗'
  return [
    `${mark} ${tenant}: ${count(size, 'line')}, ${count(checkpoints, 'checkpoint')}, ${seen}`,
    ...problems.map(problem => `  ${describe(problem)}`),
  ]
}

/** Verifies audit logs. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage,
  does: 'Computes the audit logs anew from their lines and names what was changed, taken away or put in; asks the witnesses of TEREZE_WITNESSES and --witness whether they have seen the same.',
  async run(args, io) {
    const given = readArgs(args, `audit verify ${usage}`, 0, { organisation: 'text', witness: 'list' })
    const config = configuration()
    const lines = witnessLinesOf(config, given.list('witness'))
    const { database, signer, close } = await openLogs(config)
    try {
      const all = await listLogs(database)
      const wanted = given.text('organisation')
      if (wanted !== undefined && !all.includes(wanted))
        throw new NotPossible(`${wanted} has no audit log`, `Organisations that have one: ${all.join(', ')}`)
      const reports: LogReport[] = []
      for (const tenant of wanted === undefined ? all : [wanted]) {
        const witnessed = await askWitnesses(lines, signer.nameOf(tenant))
        const report = await verifyLog(database, tenant, signer, witnessed)
        reports.push(report)
        if (!given.json) for (const line of describeLog(report)) io.line(line)
      }
      if (given.json) io.line(JSON.stringify({ logs: reports }))
      return reports.every(({ problems }) => problems.length === 0) ? exitCodes.done : exitCodes.failed
    } finally {
      await close()
    }
  },
}
