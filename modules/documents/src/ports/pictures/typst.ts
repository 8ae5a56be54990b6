import { Worker } from 'node:worker_threads'
import { type Picture, PicturesBusy, type ShownPages } from '../../contract/index.ts'
import type { LegalTextPages } from '../../picture/draw-legal-text.ts'
import type { DrawingOrder, DrawingReply, Wanted } from '../../picture/worker.ts'

/** No page came back: the worker failed, died or took too long. */
export class PictureFailed extends Error {}

interface Drawn {
  readonly pdf: Uint8Array
  readonly svg: string | null
}

interface Waiting {
  readonly wanted: Wanted
  readonly shown: boolean
  readonly resolve: (drawn: Drawn) => void
  readonly reject: (error: Error) => void
}

interface Drawer {
  readonly worker: Worker
  current: Waiting | null
  timer: NodeJS.Timeout | null
}

const usualPatience = 30_000

/**
 * Draws pages by Typst in threads of their own, so that requests never wait for typesetting. Threads start at the first
 * page and keep no process alive; one that dies or hangs is replaced.
 * @param options.workers threads at most; one by default.
 * @param options.patience milliseconds a page may take before its thread is ended; half a minute by default.
 * @param options.waiting pages that may wait for a thread; any number by default.
 */
export function typstPictures(options: { workers?: number; patience?: number; waiting?: number } = {}): {
  draw(picture: Picture): Promise<Uint8Array>
  show(picture: Picture): Promise<ShownPages>
  /** Sets a text. */
  drawPages(pages: LegalTextPages): Promise<Uint8Array>
  close(): Promise<void>
} {
  const { workers: most = 1, patience = usualPatience, waiting: mostWaiting = Number.POSITIVE_INFINITY } = options
  const drawers = new Set<Drawer>()
  const queue: Waiting[] = []
  let orders = 0
  let closed = false

  function hire(): Drawer {
    const drawer: Drawer = {
      worker: new Worker(new URL('../../picture/worker.ts', import.meta.url)),
      current: null,
      timer: null,
    }
    drawer.worker.unref()
    drawer.worker.on('message', (reply: DrawingReply) => {
      const waiting = release(drawer)
      if (waiting !== null) {
        if ('pdf' in reply) waiting.resolve(reply)
        else waiting.reject(new PictureFailed(reply.problem))
      }
      next()
    })
    drawer.worker.on('error', error => dismiss(drawer, error.message))
    drawer.worker.on('exit', () => dismiss(drawer, 'the worker ended'))
    drawers.add(drawer)
    return drawer
  }

  function release(drawer: Drawer): Waiting | null {
    const waiting = drawer.current
    drawer.current = null
    if (drawer.timer !== null) clearTimeout(drawer.timer)
    return waiting
  }

  function dismiss(drawer: Drawer, reason: string): void {
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
    const { wanted, shown } = waiting
    idle.worker.postMessage({ order: orders++, shown, ...wanted } satisfies DrawingOrder)
    next()
  }

  function order(wanted: Wanted, shown = false): Promise<Drawn> {
    return new Promise((resolve, reject) => {
      if (closed) reject(new PictureFailed('closed'))
      else if (queue.length >= mostWaiting) reject(new PicturesBusy('too many pages wait'))
      else queue.push({ wanted, shown, resolve, reject })
      next()
    })
  }

  return {
    draw: async picture => (await order({ picture })).pdf,
    drawPages: async pages => (await order({ pages })).pdf,
    async show(picture) {
      const { pdf, svg } = await order({ picture }, true)
      return { pdf, svg: svg ?? '' }
    },
    async close() {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(new PictureFailed('closed'))
      await Promise.all([...drawers].map(drawer => drawer.worker.terminate()))
    },
  }
}
