import { Worker } from 'node:worker_threads'
import { PicturesBusy } from '../../contract/index.ts'

/** No page came back: the worker failed, died or took too long. */
export class PictureFailed extends Error {}

/** What a worker of a pool answers to an order: the result, or what was wrong. */
export type ThreadReply<Result> =
  | { readonly order: number; readonly result: Result }
  | { readonly order: number; readonly problem: string }

interface Waiting<Task, Result> {
  readonly task: Task
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

interface Drawer<Task, Result> {
  readonly worker: Worker
  current: Waiting<Task, Result> | null
  timer: NodeJS.Timeout | null
}

/** How a pool works. */
export interface ThreadOptions {
  /** Threads at most; one by default. */
  readonly workers?: number
  /** Milliseconds that an order may take before its thread is ended; half a minute by default. */
  readonly patience?: number
  /** Megabytes of JavaScript that a thread may use, as many as the process unless told; one that needs more is ended. */
  readonly megabytes?: number
  /** Orders that may wait for a thread; any number by default. */
  readonly waiting?: number
}

/**
 * Gives orders to threads that run a file, so that requests never wait for typesetting. Threads start at the first order and keep no
 * process alive; one that dies or hangs is replaced. Orders are rejected with `PictureFailed`, or `PicturesBusy` when too many wait.
 */
export function drawingThreads<Task, Result>(file: URL, options: ThreadOptions = {}) {
  const { workers: most = 1, patience = 30_000, megabytes, waiting: mostWaiting = Number.POSITIVE_INFINITY } = options
  const resources = megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } }
  const drawers = new Set<Drawer<Task, Result>>()
  const queue: Waiting<Task, Result>[] = []
  let orders = 0
  let closed = false

  function hire(): Drawer<Task, Result> {
    const drawer: Drawer<Task, Result> = { worker: new Worker(file, resources), current: null, timer: null }
    drawer.worker.unref()
    drawer.worker.on('message', (reply: ThreadReply<Result>) => {
      const waiting = release(drawer)
      if (waiting !== null) {
        if ('result' in reply) waiting.resolve(reply.result)
        else waiting.reject(new PictureFailed(reply.problem))
      }
      next()
    })
    drawer.worker.on('error', error => dismiss(drawer, error.message))
    drawer.worker.on('exit', () => dismiss(drawer, 'the worker ended'))
    drawers.add(drawer)
    return drawer
  }

  function release(drawer: Drawer<Task, Result>): Waiting<Task, Result> | null {
    const waiting = drawer.current
    drawer.current = null
    if (drawer.timer !== null) clearTimeout(drawer.timer)
    return waiting
  }

  function dismiss(drawer: Drawer<Task, Result>, reason: string): void {
    if (!drawers.delete(drawer)) return
    release(drawer)?.reject(new PictureFailed(reason))
    void drawer.worker.terminate()
    next()
  }

  function next(): void {
    if (closed || queue.length === 0) return
    const idle = [...drawers].find(drawer => drawer.current === null) ?? (drawers.size < most ? hire() : null)
    const waiting = idle === null ? undefined : queue.shift()
    if (idle === null || waiting === undefined) return
    idle.current = waiting
    idle.timer = setTimeout(() => dismiss(idle, 'took too long'), patience)
    idle.worker.postMessage({ order: orders++, task: waiting.task })
    next()
  }

  return {
    ask: (task: Task) =>
      new Promise<Result>((resolve, reject) => {
        if (closed) reject(new PictureFailed('closed'))
        else if (queue.length >= mostWaiting) reject(new PicturesBusy('too many pages wait'))
        else queue.push({ task, resolve, reject })
        next()
      }),
    async close(): Promise<void> {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(new PictureFailed('closed'))
      await Promise.all([...drawers].map(drawer => drawer.worker.terminate()))
    },
  }
}
