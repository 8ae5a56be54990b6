import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { exchange } from '@tereze/exchange'
import { asking, registerKey, serveMessage } from '@tereze/exchange/contract'
import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { createIds, systemClock } from '@tereze/foundation-operations'
import { isRefused, systemActor } from '@tereze/operation'
import { commitsPerSecond, describeServer } from '../births/commits.ts'
import { startPlatform } from '../platform.ts'
import { cryptoBound } from './crypto.ts'
import { runRoundTrips } from './round-trips.ts'
import { watchMemory } from './watch-memory.ts'

// Signed round trips of one organisation to another, on this machine with its PostgreSQL, fsync on: a question that reads a register,
// signed, verified, judged by access, answered, signed, verified, logged sealed on both sides (`both sides`), and the provider's half
// alone against a member that has signed before (`pre-signed`). Beside them the signatures by themselves, and bare commits.
// `--seconds 8 --beside 16`. With `--messages 1000000 --minutes 60` instead: that many of both sides, or as many as there is time for,
// and nothing else, sealed on the way, with the memory looked at forty times (`node --expose-gc`); ends with an error where it grows.

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const seconds = option('seconds', 8)
const beside = option('beside', 16)
const messages = option('messages', 0)
const minutes = option('minutes', 60)
const load = loadavg()[0] ?? 0
const [consumer, system, provider] = ['social-protection', 'bench-system', 'tax-agency']
const question = {
  contract: 'tax-agency.income-by-person@1',
  consumer,
  purpose: 'benefit-eligibility',
  ground: 'act:family-benefits/8',
  subjects: [] as string[],
  case: null,
}
const ids = createIds(systemClock)
const bodyOf = () => ({ person: ids.newId('person'), year: 2025 })
const forSeconds = () => {
  const until = performance.now() + seconds * 1000
  return () => performance.now() < until
}

const platform = await startPlatform(systemClock)
try {
  const { ask } = platform.runner.jobContext('bench').ports.get(asking)
  const askOnce = async () => {
    const answer = await ask({ ...question, id: ids.newUuid(), body: bodyOf() })
    if (!answer.ok) throw new Error(answer.code)
  }
  await runRoundTrips(beside, begun => begun < 200, askOnce)
  await platform.database.client.query('analyze')

  if (messages > 0) {
    const watched = await watchMemory({ messages, minutes, beside, once: askOnce, upkeep: sealAll })
    report('exchange-long', { machine: await machine(), beside, ...watched })
    if (watched.trend?.isFlat === false) process.exitCode = 1
  } else report('exchange', { machine: await machine(), beside, ...(await measure(askOnce)) })
} finally {
  await platform.close()
}

/** Seals what was logged, as a node does every few seconds. */
async function sealAll() {
  const job = exchange.jobs.find(({ name }) => name === 'exchange.seal-messages')
  if (job === undefined) throw new Error('nothing seals messages')
  while ((await job.run(platform.runner.jobContext(job.name))) > 0);
}

/** How fast both sides are together and the provider alone, with the bounds of the same machine. */
async function measure(askOnce: () => Promise<void>) {
  const whole = await runRoundTrips(beside, forSeconds(), askOnce)

  const pair = await newSigningPair()
  const registered = await platform.runner.call(
    registerKey,
    { organisation: consumer, system, jwk: { ...pair.publicJwk } },
    systemActor('bench', consumer),
  )
  if (isRefused(registered)) throw new Error(registered.code)
  const signer = await signerOf(pair.privateJwk)
  const sign = () => {
    const { subjects: _, case: __, ...rest } = question
    const time = systemClock.now().toISOString()
    return signer.sign(
      JSON.stringify({ ...rest, id: ids.newUuid(), system, provider, time, body: bodyOf() }),
      'tereze-message+jws',
    )
  }
  const signed = await Promise.all(Array.from({ length: seconds * 2_000 }, sign))
  const member = { ...systemActor('exchange/bench', consumer), roles: ['member'] }
  const goOn = forSeconds()
  const served = await runRoundTrips(
    beside,
    begun => begun < signed.length && goOn(),
    async index => {
      const reply = await platform.runner.call(serveMessage, { message: signed[index] ?? '', provider }, member)
      if (isRefused(reply)) throw new Error(reply.code)
    },
  )

  const sample = JSON.stringify({ ...question, id: ids.newUuid(), body: bodyOf() })
  const crypto = await cryptoBound(sample, sample, 1_500)
  const commits = await commitsPerSecond(platform.url)
  return {
    bothSides: { ...whole, shareOfCrypto: share(whole.perSecond, crypto.perSecond) },
    preSigned: { ...served, shareOfCrypto: share(served.perSecond, crypto.servedPerSecond) },
    cryptoBound: crypto,
    bareCommitsPerSecond: Math.round(commits),
  }
}

/** On what this was measured. */
async function machine() {
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgresql: await describeServer(platform.url),
    load: Math.round(load * 10) / 10,
  }
}

/** Prints a result and keeps it among the others. */
function report(name: string, result: object): void {
  const text = JSON.stringify(result, null, 2)
  console.log(text)
  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, `${name}.json`), `${text}\n`)
}

/** Part of the bound that was reached, in percent. */
function share(rate: number, bound: number): number {
  return Math.round((rate / bound) * 1000) / 10
}
