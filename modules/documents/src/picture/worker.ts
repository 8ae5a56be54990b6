import { parentPort } from 'node:worker_threads'
import type { Picture } from '../contract/index.ts'
import { createTextDrawing, type LegalTextPages } from './draw-legal-text.ts'
import { createDrawing } from './draw-picture.ts'

/** What is drawn: the picture of a signed result, or a text that is set. */
export type Wanted = { readonly picture: Picture } | { readonly pages: LegalTextPages }

/** What a worker is told and what it says. */
export type DrawingOrder = {
  readonly order: number
  /** Whether a drawing for screens is wanted beside the file. */
  readonly shown: boolean
} & Wanted
/** Drawn pages, or why there are none. */
export type DrawingReply =
  | { readonly order: number; readonly pdf: Uint8Array; readonly svg: string | null }
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
  const { order, shown } = wanted
  try {
    if ('pages' in wanted) {
      port.postMessage({ order, pdf: setting(wanted.pages), svg: null } satisfies DrawingReply)
      return
    }
    const pages = draw(wanted.picture)
    port.postMessage({ order, pdf: pages.pdf(), svg: shown ? pages.svg() : null } satisfies DrawingReply)
  } catch (error) {
    port.postMessage({ order, problem: error instanceof Error ? error.message : 'unknown' } satisfies DrawingReply)
  }
})
