import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { audit, createAuditor, logSigner, witnesses } from '@tereze/audit'
import { getProof } from '@tereze/audit/contract'
import { migrate, openDatabase, startEmbeddedServer } from '@tereze/foundation-database'
import { createKeys, keyLogSigner, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import {
  type AuditLine,
  bind,
  createIds,
  createPorts,
  createRunner,
  operationsMigrations,
  systemClock,
} from '@tereze/foundation-operations'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describeServer } from '../births/commits.ts'
import { latencyOf } from '../births/latency.ts'
import { bareInserts } from './peer.ts'

// Lines of the audit log: each in a transaction of its own (`alone`), and ten in one (`tens`), while the sealer runs; how long after its
// commit a line can be proved; beside them bare inserts of the same JSON into a table with nothing but its key, fsync on.
// `--seconds 6 --beside 32`

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const seconds = option('seconds', 6)
const beside = option('beside', 32)
const load = loadavg()[0] ?? 0
const organisation = 'social-protection'
const ids = createIds(systemClock)
const persons = Array.from({ length: 1_000 }, () => ids.newId('person'))
let begun = 0

function newLine(): AuditLine {
  return {
    id: ids.newId('audit'),
    tenant: organisation,
    time: systemClock.now().toISOString(),
    actor: official(),
    operation: 'cases.get-case',
    purpose: 'cases.case.read',
    ground: 'act:family-benefits/8',
    subjects: [persons[begun++ % persons.length] ?? ''],
    fields: ['register:people', 'case:bench'],
    outcome: 'done',
    policyVersion: '1',
    correlation: ids.newUuid(),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tereze-bench-'))
const postgres = await startEmbeddedServer({ folder: join(folder, 'postgres'), log: () => undefined })
await migrate(postgres.url, [
  keysMigrations,
  operationsMigrations,
  { name: 'audit', folder: audit.migrations ?? new URL('.', import.meta.url) },
])
const database = openDatabase({ url: postgres.url, max: beside + 8 })
try {
  const keys = createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: () => systemClock.now() })
  const auditor = createAuditor(keys)
  const runner = createRunner({
    database,
    modules: [audit],
    clock: systemClock,
    ids,
    ports: createPorts([
      bind(logSigner, keyLogSigner(keys, 'bench.localhost', 'audit')),
      bind(keyring, keys),
      bind(witnesses, []),
    ]),
    authoriser: { decide: async () => ({ allowed: true, reason: 'a benchmark', policyVersion: '1' }) },
    auditor: { append: async () => undefined },
  })
  const append = (count: number) => {
    const lines = Array.from({ length: count }, newLine)
    return database.transaction(organisation, tx => auditor.append(tx, lines)).then(() => lines)
  }

  let sealing = true
  const sealer = (async () => {
    const context = runner.jobContext('audit.seal-lines')
    const [seal] = audit.jobs
    while (sealing) {
      const sealed = (await seal?.run(context)) ?? 0
      if (sealed < 2_000) await new Promise(resolve => setTimeout(resolve, 500))
    }
  })()

  /** Milliseconds from the commit of a line to its proof. */
  async function untilProved(): Promise<number> {
    const [line] = await append(1)
    const committed = performance.now()
    for (;;) {
      const proof = await runner.call(getProof, { organisation, line: line?.id ?? '' }, official({ organisation }))
      if (!isRefused(proof)) return performance.now() - committed
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  async function measure(count: number) {
    const until = performance.now() + seconds * 1000
    const proofs: number[] = []
    const durations: number[] = []
    let written = 0
    const started = performance.now()
    const prover = (async () => {
      while (performance.now() < until) proofs.push(await untilProved())
    })()
    await Promise.all(
      Array.from({ length: beside }, async () => {
        while (performance.now() < until) {
          const at = performance.now()
          await append(count)
          durations.push(performance.now() - at)
          written += count
        }
      }),
    )
    const perSecond = Math.round(written / ((performance.now() - started) / 1000))
    await prover
    return { perSecond, commit: latencyOf(durations), untilProved: latencyOf(proofs) }
  }

  for (let round = 0; round < 40; round++) await append(25)
  const alone = await measure(1)
  const tens = await measure(10)
  sealing = false
  await sealer
  const bare = {
    alone: await bareInserts(postgres.url, beside, 1, seconds, () => JSON.stringify(newLine())),
    tens: await bareInserts(postgres.url, beside, 10, seconds, () => JSON.stringify(newLine())),
  }
  const share = (rate: number, of: number) => Math.round((rate / of) * 1000) / 10
  const result = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: await describeServer(postgres.url),
      load: Math.round(load * 10) / 10,
    },
    beside,
    alone: { ...alone, shareOfBare: share(alone.perSecond, bare.alone) },
    tens: { ...tens, shareOfBare: share(tens.perSecond, bare.tens) },
    bareInsertsPerSecond: bare,
  }
  console.log(JSON.stringify(result, null, 2))
  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'audit.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await database.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
