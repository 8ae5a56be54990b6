import { type LogProblem, type LogReport, listLogs, verifyLog } from '@tereze/audit'
import { type LogProblem as MessageProblem, type LogReport as MessageReport, verifyMessageLog } from '@tereze/exchange'
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

const seenBy = (witnessed: readonly string[]) =>
  witnessed.length === 0 ? 'no witness' : `witnessed by ${witnessed.join(', ')}`

function describeLog({ tenant, size, checkpoints, witnessed, problems }: LogReport): string[] {
  const mark = problems.length === 0 ? '✓' : '✗'
  return [
    `${mark} ${tenant}: ${count(size, 'line')}, ${count(checkpoints, 'checkpoint')}, ${seenBy(witnessed)}`,
    ...problems.map(problem => `  ${describe(problem)}`),
  ]
}

const wordsOfMessages: Readonly<Record<MessageProblem['problem'], string>> = {
  'entry-missing': 'an entry is gone',
  'root-differs': 'the entries up to here are not those that were signed',
  'signature-wrong': 'the checkpoint is not signed by the organisation',
  'witness-differs': words['witness-differs'],
  'shorter-than-witnessed': words['shorter-than-witnessed'],
}

function describeMessages({ tenant, size, checkpoints, witnessed, problems }: MessageReport): string[] {
  const mark = problems.length === 0 ? '✓' : '✗'
  return [
    `${mark} ${tenant}, messages: ${count(size, 'entry', 'entries')}, ${count(checkpoints, 'checkpoint')}, ${seenBy(witnessed)}`,
    ...problems.map(
      ({ problem, at, message, witness }) =>
        `  ✗ ${[wordsOfMessages[problem], `at ${at}`, message ?? witness].filter(part => part !== undefined).join('  ')}`,
    ),
  ]
}

/** Verifies audit logs. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage,
  does: 'Computes the audit logs, and those of the messages of the exchange, anew from their lines and names what was changed, taken away or put in; asks the witnesses of TEREZE_WITNESSES and --witness whether they have seen the same.',
  async run(args, io) {
    const given = readArgs(args, `audit verify ${usage}`, 0, { organisation: 'text', witness: 'list' })
    const config = configuration()
    const lines = witnessLinesOf(config, given.list('witness'))
    const { database, signer, messageSigner, close } = await openLogs(config)
    try {
      const all = await listLogs(database)
      const wanted = given.text('organisation')
      if (wanted !== undefined && !all.includes(wanted))
        throw new NotPossible(`${wanted} has no audit log`, `Organisations that have one: ${all.join(', ')}`)
      const reports: LogReport[] = []
      const messages: MessageReport[] = []
      for (const tenant of wanted === undefined ? all : [wanted]) {
        const witnessed = await askWitnesses(lines, signer.nameOf(tenant))
        const report = await verifyLog(database, tenant, signer, witnessed)
        reports.push(report)
        if (!given.json) for (const line of describeLog(report)) io.line(line)
        const seen = await askWitnesses(lines, messageSigner.nameOf(tenant))
        const exchanged = await verifyMessageLog(database, tenant, messageSigner, seen)
        if (exchanged.checkpoints === 0) continue
        messages.push(exchanged)
        if (!given.json) for (const line of describeMessages(exchanged)) io.line(line)
      }
      if (given.json) io.line(JSON.stringify({ logs: reports, messages }))
      const sound = [...reports, ...messages].every(({ problems }) => problems.length === 0)
      return sound ? exitCodes.done : exitCodes.failed
    } finally {
      await close()
    }
  },
}
