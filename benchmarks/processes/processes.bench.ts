import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@tereze/foundation-operations'
import { commitsPerSecond, describeServer } from '../births/commits.ts'
import { installPeers } from '../install-peers.ts'
import { startPlatform } from '../platform.ts'
import { runLoad } from './load.ts'
import { bpmnEnginePerSecond } from './peer.ts'
import { processPackage, terezeModel, timerModel } from './process.ts'
import { drainTimers } from './timers.ts'
import { begin, countWritten } from './transitions.ts'

// Start → service task → gateway → user task → end: three durable transitions of cases in batches, each with state, history, task,
// timeline, audit and event in one transaction, by the functions that the platform uses itself; the answer of the other
// organisation is given by the bench. Beside it bpmn-engine in memory, and bare commits of the same PostgreSQL.
// `--instances 6000 --batch 80 --timers 20000 --minutes 0` (minutes: that long instead, with the heap watched).

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const instances = option('instances', 6_000)
const batch = option('batch', 80)
const timers = option('timers', 20_000)
const minutes = option('minutes', 0)
const load = loadavg()[0] ?? 0

const peers = await installPeers()
const platform = await startPlatform(systemClock)
try {
  platform.packages.add(processPackage('bench', terezeModel))
  platform.packages.add(processPackage('bench-timer', timerModel))
  const parts = platform.runner.jobContext('bench')
  const open = begin(platform.packages, 'bench')
  const upTo = (count: number) => ({
    batch,
    samples: 4,
    goOn: (begun: number) => begun < count,
    share: (begun: number) => begun / count,
  })
  await runLoad(parts, open, upTo(batch * 10))
  // As autovacuum does within a minute: plans made for empty tables are no plans for full ones.
  await platform.database.client.query('analyze')
  const warm = await countWritten(platform.database)

  const until = performance.now() + minutes * 60_000
  const result = await runLoad(
    parts,
    open,
    minutes === 0
      ? upTo(instances)
      : {
          batch,
          samples: 10,
          goOn: () => performance.now() < until,
          share: () => 1 - (until - performance.now()) / (minutes * 60_000),
        },
  )
  const written = await countWritten(platform.database)
  const by = Object.fromEntries(
    Object.entries(written).map(([what, count]) => [what, (count - (warm[what] ?? 0)) / result.instances]),
  )
  if (by.ended !== 1 || by.tasks !== 1) throw new Error(`not every instance went its way: ${JSON.stringify(by)}`)
  console.log('tereze', result, 'rows of an instance', by)
  const peer = await bpmnEnginePerSecond(peers, Math.min(instances, 1_000))
  console.log('bpmn-engine, in memory', Math.round(peer), 'instances/s')
  const drained = timers === 0 ? null : await drainTimers(parts, platform.packages, timers)
  if (drained !== null) console.log('timers', JSON.stringify(drained))

  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  const report = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: await describeServer(platform.url),
      load: Math.round(load * 10) / 10,
    },
    tereze: { ...result, rowsOfAnInstance: by },
    bpmnEngineInMemoryPerSecond: Math.round(peer),
    bareCommitsPerSecond: Math.round(await commitsPerSecond(platform.url)),
    timers: drained,
  }
  writeFileSync(
    join(results, minutes === 0 ? 'processes.json' : 'processes-long.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  )
} finally {
  await platform.close()
}
