import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@tereze/foundation-operations'
import { commitsPerSecond, describeServer } from '../births/commits.ts'
import { startPlatform } from '../platform.ts'
import { type Loaded, loadRecords } from './load.ts'
import { measureReads, measureWrites } from './measure.ts'
import { measurePeer } from './peer.ts'

// A demo country loaded into its registers through the operation of every importer, then people looked up by id, by personal
// number, by name and region, and changed; beside it a table written by hand in the same PostgreSQL, fsync on, and bare commits.
// `--records 200000 --load-beside 4 --beside 32 --seconds 8 --turns 1000`. With `--keep FOLDER` the loaded country stays there, and
// what is measured after the load is measured again without it.

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const load = loadavg()[0] ?? 0
const [seconds, beside] = [option('seconds', 8), option('beside', 32)]
const keep = process.argv.includes('--keep') ? process.argv[process.argv.indexOf('--keep') + 1] : undefined
const note = keep === undefined ? undefined : join(keep, 'loaded.json')
const platform = await startPlatform(systemClock, keep)
try {
  const isLoaded = note !== undefined && existsSync(note)
  const { sample, ...loaded }: Loaded = isLoaded
    ? JSON.parse(readFileSync(note, 'utf8'))
    : await loadRecords(platform, option('records', 200_000), option('load-beside', 4), line => console.error(line))
  if (!isLoaded) {
    await platform.database.client.query('analyze')
    if (note !== undefined) writeFileSync(note, JSON.stringify({ ...loaded, sample }))
  }
  const reads = await measureReads(platform, sample, option('turns', 1_000))
  const writes = await measureWrites(platform, sample, beside, seconds)
  const peer = await measurePeer(platform.url, Math.min(loaded.records, 200_000), beside, seconds)
  const result = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: await describeServer(platform.url),
      load: Math.round(load * 10) / 10,
    },
    // How busy the machine was is told of this run: a country that was loaded before it says so.
    loaded: isLoaded ? { ...loaded, before: true } : loaded,
    reads,
    writes,
    peer,
    bareCommitsPerSecond: Math.round(await commitsPerSecond(platform.url)),
  }
  console.log(JSON.stringify(result, null, 2))
  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'registers.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await platform.close()
}
