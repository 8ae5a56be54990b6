import { parentPort } from 'node:worker_threads'
import type { Picture } from '../contract/index.ts'
import { createDrawing } from './draw-picture.ts'

/** What a worker is told and what it says. */
export interface DrawingOrder {
  readonly order: number
  readonly picture: Picture
}
/** A drawn page, or why there is none. */
export type DrawingReply =
  | { readonly order: number; readonly bytes: Uint8Array }
  | { readonly order: number; readonly problem: string }

const port = parentPort
if (port === null) throw new Error('this file runs as a worker')
const draw = createDrawing()

port.on('message', ({ order, picture }: DrawingOrder) => {
  try {
    const bytes = draw(picture)
    port.postMessage({ order, bytes } satisfies DrawingReply)
  } catch (error) {
    port.postMessage({ order, problem: error instanceof Error ? error.message : 'unknown' } satisfies DrawingReply)
  }
})
