import { parentPort } from 'node:worker_threads'
import type { ThreadReply } from '../ports/pictures/drawing-threads.ts'

/** Answers the orders that a pool gives to the thread that this runs in. */
export function answerOrders<Task, Result>(work: (task: Task) => Result): void {
  const port = parentPort
  if (port === null) throw new Error('this file runs as a worker')
  port.on('message', ({ order, task }: { order: number; task: Task }) => {
    try {
      port.postMessage({ order, result: work(task) } satisfies ThreadReply<Result>)
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'unknown'
      port.postMessage({ order, problem } satisfies ThreadReply<Result>)
    }
  })
}
