import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { measureWorkplace } from './measure.ts'

// The lists of the workplace through the real operation (policy, audit, everything but HTTP), first pages and deep ones, against the
// same question by OFFSET with a total, in one run. `--cases 1000000` for the figure of the issue; `--turns` pages of each kind,
// `--keep FOLDER` to generate once and measure at another time.

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const load = loadavg()[0] ?? 0
const at = process.argv.indexOf('--keep')
const kept = at < 0 ? undefined : process.argv[at + 1]
const times = await measureWorkplace({ cases: option('cases', 20_000), turns: option('turns', 200), kept }, text =>
  console.log(text),
)
const results = join(import.meta.dirname, '../results')
mkdirSync(results, { recursive: true })
const machine = {
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: Math.round(load * 10) / 10,
}
writeFileSync(join(results, 'workplace.json'), `${JSON.stringify({ machine, ...times }, null, 2)}\n`)
