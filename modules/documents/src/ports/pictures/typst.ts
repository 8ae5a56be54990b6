import { Worker } from 'node:worker_threads'
import type { Picture } from '../../contract/index.ts'
import type { LegalTextPages } from '../../picture/draw-legal-text.ts'
import type { DrawingOrder, DrawingReply, Drawn } from '../../picture/worker.ts'

/** No page came back: the worker failed, died or took too long. */
export class PictureFailed extends Error {}

interface Waiting {
  readonly drawn: Drawn
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

interface Drawer {
  readonly worker: Worker
  current: Waiting | null
  timer: NodeJS.Timeout | null
}

const patience = 30_000

/**
 * Draws pages by Typst in threads of their own, so that requests never wait for typesetting. Threads start at the first
 * page and keep no process alive; one that dies or hangs is replaced.
 * @param options.workers threads at most; one by default.
 */
export function typstPictures(options: { workers?: number } = {}): {
  draw(picture: Picture): Promise<Uint8Array>
  /** Sets a text. */
  drawPages(pages: LegalTextPages): Promise<Uint8Array>
  close(): Promise<void>
} {
  const most = options.workers ?? 1
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
        if ('bytes' in reply) waiting.resolve(reply.bytes)
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
    idle.worker.postMessage({ order: orders++, ...waiting.drawn } satisfies DrawingOrder)
    next()
  }

  const order = (drawn: Drawn) =>
    new Promise<Uint8Array>((resolve, reject) => {
      if (closed) reject(new PictureFailed('closed'))
      else queue.push({ drawn, resolve, reject })
      next()
    })

  return {
    draw: picture => order({ picture }),
    drawPages: pages => order({ pages }),
    async close() {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(new PictureFailed('closed'))
      await Promise.all([...drawers].map(drawer => drawer.worker.terminate()))
    },
  }
}
