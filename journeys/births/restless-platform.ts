import { setTimeout as sleep } from 'node:timers/promises'
import { type ServerProcess, type ServerProcessOptions, startServerProcess } from '@tereze/foundation-testing'
import { seededRandom } from './seeded-random.ts'

/** A platform that is killed again and again, and started again on the same data. */
export interface RestlessPlatform {
  /** How often it was killed so far. */
  kills(): number
  /** Settles when it was ready for the first time. */
  settled: Promise<void>
  /** The platform after the last kill. Rejects when a start fails that nobody killed. */
  survived: Promise<ServerProcess>
  /** How long each start took that was let through, in milliseconds. */
  starts: readonly number[]
  /** Lines in which the platform told of failures. */
  failures: readonly string[]
  /** Ends it, whatever it is doing. */
  end(): Promise<void>
}

/** Nobody waits longer for `mayKill`, in milliseconds: births that are stuck must not keep the kills away. */
const longestLife = 30_000
/** Kills before it was ready for the first time, so that first loading is interrupted too. */
const firstKills = 2

/**
 * Starts the platform and kills it `kills` times: twice while it prepares itself for the first time, later either while it
 * starts or up to eight seconds after it was ready and `mayKill` allows the next. The moments follow from the seed.
 */
export function startRestlessPlatform(
  options: ServerProcessOptions & { kills: number; seed: number; mayKill: (kills: number) => boolean },
): RestlessPlatform {
  const random = seededRandom(options.seed)
  const between = (from: number, to: number) => from + (to - from) * random()
  const starts: number[] = []
  const failures: string[] = []
  const ended = new AbortController()
  let killed = 0
  let current: ServerProcess | null = null
  const ready = Promise.withResolvers<void>()

  function hear(output: string): void {
    failures.push(...output.split('\n').filter(line => /"level":(50|60)|"level":"(error|fatal)"/.test(line)))
  }

  async function start(signal: AbortSignal): Promise<ServerProcess> {
    const begun = performance.now()
    const server = await startServerProcess({ ...options, signal: AbortSignal.any([signal, ended.signal]) })
    starts.push(Math.round(performance.now() - begun))
    current = server
    return server
  }

  /** One life: until killed at its start, or a while after it was ready. */
  async function live(atStart: number | null, alive: number): Promise<void> {
    const end = new AbortController()
    const timer = atStart === null ? null : setTimeout(() => end.abort(), atStart)
    try {
      const server = await start(end.signal)
      if (timer === null) {
        ready.resolve()
        const longest = performance.now() + longestLife
        while (!options.mayKill(killed) && performance.now() < longest) await sleep(50)
        await sleep(alive)
      }
      clearTimeout(timer ?? undefined)
      await server.kill()
      hear(server.output())
    } catch (error) {
      if (!end.signal.aborted) throw error
    }
    killed++
  }

  async function run(): Promise<ServerProcess> {
    for (let n = 0; n < options.kills; n++) {
      const alive = between(500, 8_000)
      const early = between(300, 5_000)
      const isEarly = random() < 0.3
      await live(n < Math.min(firstKills, options.kills - 1) ? early * 2 : isEarly ? early : null, alive)
    }
    const server = await start(new AbortController().signal)
    ready.resolve()
    return server
  }

  const survived = run()
  survived.catch(error => ready.reject(error))
  ready.promise.catch(() => undefined)
  return {
    kills: () => killed,
    settled: ready.promise,
    survived,
    starts,
    failures,
    async end() {
      ended.abort()
      await survived.catch(() => undefined)
      if (current !== null) {
        hear(current.output())
        await current.kill()
      }
    },
  }
}
