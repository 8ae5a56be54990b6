import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Accepted, decideAudit, type Weakness } from './decide-audit.ts'
import { createSbom, type Lock } from './sbom.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): unknown => JSON.parse(readFileSync(`${project}${path}`, 'utf8'))
const say = (line: string) => process.stderr.write(`${line}\n`)
const lineOf = (weakness: Weakness) =>
  `  ${weakness.severity}  ${weakness.package}  ${weakness.advisory}  ${weakness.title}`

/** What `npm audit` says of all that runs in the product; it ends with 1 when it found something, and the words are the same. */
async function askRegistry(): Promise<string> {
  const args = ['audit', '--omit=dev', '--json']
  const asked = promisify(execFile)('npm', args, { cwd: project, timeout: 60_000, maxBuffer: 50_000_000 })
  return asked.then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? '',
  )
}

if (process.argv[2] === 'sbom') {
  process.stdout.write(`${JSON.stringify(createSbom(read('package-lock.json') as Lock), null, 2)}\n`)
} else {
  const today = new Date().toISOString().slice(0, 10)
  const audit = decideAudit(await askRegistry(), read('tools/audit/accepted.json') as Accepted[], today)
  if (audit.is === 'unknown') {
    say(`Nobody could say whether the dependencies have known weaknesses: ${audit.why || 'no answer'}`)
  } else {
    for (const weakness of audit.others) say(lineOf(weakness))
    if (audit.is === 'weak') {
      say('Known weaknesses that have to be mended, or borne with a reason and a term in tools/audit/accepted.json:')
      for (const weakness of audit.unborne) say(lineOf(weakness))
      process.exitCode = 1
    } else say('No known weakness of level high or critical in what runs in the product.')
  }
}
