import { type ChildProcess, fork } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { environment } from '@tereze/foundation-config'
import type { BenchOrder, BenchOutcome, StoryBench, StoryTold } from '@tereze/studio/contract'
import { benchProcess } from './bench-process.ts'
import type { FromBench, ToBench } from './messages.ts'

/** Limits of a bench. */
export interface BenchLimits {
  /** Milliseconds without a sign of it after which its process is ended: longer than any story takes. */
  readonly patience: number
  /** Milliseconds that an order may take in all: others wait for the bench too. */
  readonly longest: number
  /** Milliseconds without an order after which its process goes. */
  readonly idle: number
  /** Megabytes that its process may use, PostgreSQL not counted. */
  readonly megabytes: number
}

const usual: BenchLimits = { patience: 180_000, longest: 1_800_000, idle: 600_000, megabytes: 1_024 }

interface Working {
  readonly process: ChildProcess
  readonly folder: string
}

/**
 * A test bench in a process of its own, begun with the first order and gone when nothing is asked of it for a while. Orders are carried out
 * one after the other; one that shows no sign of life ends with its process, and the next one begins another.
 * @param within the folder in which it may keep what it needs while it runs.
 */
export function startBench(within: string, limits: Partial<BenchLimits> = {}): StoryBench & { close(): Promise<void> } {
  const { patience, longest, idle, megabytes } = { ...usual, ...limits }
  let working: Working | null = null
  let rest: NodeJS.Timeout | null = null
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  async function begin(): Promise<Working> {
    if (working !== null) return working
    await mkdir(within, { recursive: true })
    const folder = await mkdtemp(join(within, 'bench-'))
    const child = fork(new URL('worker.ts', import.meta.url), [folder], {
      ...benchProcess(folder, megabytes, { env: environment(), execArgv: process.execArgv }),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    const begun = { process: child, folder }
    working = begun
    child.once('exit', () => {
      if (working === begun) working = null
      void rm(folder, { recursive: true, force: true })
    })
    return begun
  }

  async function end(): Promise<void> {
    if (rest !== null) clearTimeout(rest)
    const ending = working
    working = null
    if (ending === null || ending.process.exitCode !== null) return
    const gone = new Promise(resolve => ending.process.once('exit', resolve))
    const hard = setTimeout(() => ending.process.kill('SIGKILL'), 5_000)
    ending.process.kill('SIGTERM')
    await gone
    clearTimeout(hard)
    await rm(ending.folder, { recursive: true, force: true })
  }

  async function carryOut(
    order: BenchOrder,
    onTold: (told: StoryTold) => Promise<void>,
    signal: AbortSignal,
  ): Promise<BenchOutcome> {
    if (isClosed) return { ok: false, problem: 'broke-down' }
    if (rest !== null) clearTimeout(rest)
    const { process: child } = await begin()
    const send = (message: ToBench) => void (child.connected && child.send(message))
    const writing: Promise<void>[] = []
    const outcome = await new Promise<BenchOutcome>(resolve => {
      let timer: NodeJS.Timeout
      const finish = (outcome: BenchOutcome) => {
        clearTimeout(timer)
        clearTimeout(whole)
        child.off('message', hear)
        child.off('exit', broken)
        signal.removeEventListener('abort', stop)
        resolve(outcome)
      }
      const tooLong = () => {
        finish({ ok: false, problem: 'took-too-long' })
        if (working?.process === child) working = null
        child.kill('SIGKILL')
      }
      const broken = () => finish({ ok: false, problem: 'broke-down' })
      const stop = () => send({ say: 'stop' })
      const hear = (message: FromBench) => {
        clearTimeout(timer)
        timer = setTimeout(tooLong, patience)
        if (message.say === 'told') writing.push(onTold(message.told))
        if (message.say === 'done') finish(message.outcome)
      }
      timer = setTimeout(tooLong, patience)
      const whole = setTimeout(tooLong, longest)
      child.on('message', hear)
      child.once('exit', broken)
      signal.addEventListener('abort', stop)
      send({ say: 'tell', order })
      if (signal.aborted) stop()
    })
    await Promise.all(writing)
    rest = setTimeout(() => void end(), idle)
    rest.unref()
    return outcome
  }

  return {
    tell(order, onTold, signal) {
      const result = last.then(() => carryOut(order, onTold, signal))
      last = result.catch(() => undefined)
      return result
    },
    async close() {
      isClosed = true
      await end()
    },
  }
}
