import { parentPort } from 'node:worker_threads'
import type { Picture } from '../contract/index.ts'
import { createDrawing } from './draw-picture.ts'

/** What a worker is told and what it says. */
export interface DrawingOrder {
  readonly order: number
  readonly picture: Picture
  /** Whether a drawing for screens is wanted beside the file. */
  readonly shown: boolean
}
/** Drawn pages, or why there are none. */
export type DrawingReply =
  | { readonly order: number; readonly pdf: Uint8Array; readonly svg: string | null }
  | { readonly order: number; readonly problem: string }

const port = parentPort
if (port === null) throw new Error('this file runs as a worker')
const draw = createDrawing()

port.on('message', ({ order, picture, shown }: DrawingOrder) => {
  try {
    const pages = draw(picture)
    const reply: DrawingReply = { order, pdf: pages.pdf(), svg: shown ? pages.svg() : null }
    port.postMessage(reply)
  } catch (error) {
    port.postMessage({ order, problem: error instanceof Error ? error.message : 'unknown' } satisfies DrawingReply)
  }
})
