import { parentPort } from 'node:worker_threads'
import type { Picture } from '../contract/index.ts'
import { createTextDrawing, type LegalTextPages } from './draw-legal-text.ts'
import { createDrawing } from './draw-picture.ts'

/** What is drawn: the picture of a signed result, or a text that is set. */
export type Drawn = { readonly picture: Picture } | { readonly pages: LegalTextPages }

/** What a worker is told and what it says. */
export type DrawingOrder = { readonly order: number } & Drawn
/** A drawn page, or why there is none. */
export type DrawingReply =
  | { readonly order: number; readonly bytes: Uint8Array }
  | { readonly order: number; readonly problem: string }

const port = parentPort
if (port === null) throw new Error('this file runs as a worker')
const draw = createDrawing()
/** Begun at the first text: most installations set none. */
let drawText: ((pages: LegalTextPages) => Uint8Array) | null = null
const setting = (pages: LegalTextPages) => {
  drawText ??= createTextDrawing()
  return drawText(pages)
}

port.on('message', (wanted: DrawingOrder) => {
  const { order } = wanted
  try {
    const bytes = 'picture' in wanted ? draw(wanted.picture) : setting(wanted.pages)
    port.postMessage({ order, bytes } satisfies DrawingReply)
  } catch (error) {
    port.postMessage({ order, problem: error instanceof Error ? error.message : 'unknown' } satisfies DrawingReply)
  }
})
