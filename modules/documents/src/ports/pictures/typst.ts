import type { Picture, PreviewOrder, ShownPages } from '../../contract/index.ts'
import type { LegalTextPages } from '../../picture/draw-legal-text.ts'
import type { Wanted } from '../../picture/worker.ts'
import { drawingThreads, type ThreadOptions } from './drawing-threads.ts'

export { PictureFailed } from './drawing-threads.ts'

/** Draws pages by Typst in threads of their own. */
export function typstPictures(options: ThreadOptions = {}): {
  draw(picture: Picture): Promise<Uint8Array>
  /** Sets a text. */
  drawPages(pages: LegalTextPages): Promise<Uint8Array>
  close(): Promise<void>
} {
  const threads = drawingThreads<Wanted, Uint8Array>(new URL('../../picture/worker.ts', import.meta.url), options)
  return {
    draw: picture => threads.ask({ picture }),
    drawPages: pages => threads.ask({ pages }),
    close: threads.close,
  }
}

/**
 * Composes and draws templates that are being written, by Typst as documents are, in a thread of their own: an expression without an end
 * or a page without a bottom costs a thread some seconds, and nobody else anything; a page that is too large is not set at all.
 */
export function typstPreviews(options: ThreadOptions = {}): {
  show(order: PreviewOrder): Promise<ShownPages>
  close(): Promise<void>
} {
  const file = new URL('../../picture/preview-worker.ts', import.meta.url)
  const threads = drawingThreads<PreviewOrder, ShownPages>(file, {
    patience: 10_000,
    waiting: 3,
    megabytes: 512,
    ...options,
  })
  return { show: threads.ask, close: threads.close }
}
