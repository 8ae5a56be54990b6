import { port } from '@tereze/operation'

/** Pages to be set: blocks in order, each in every language; several languages stand side by side. */
export interface DrawnPages {
  readonly languages: readonly string[]
  /** Who answers. */
  readonly author: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly blocks: readonly {
    readonly kind: 'title' | 'part' | 'heading' | 'paragraph'
    readonly number: string
    readonly text: Readonly<Record<string, string>>
  }[]
}

/** Sets the pages of answers as PDF. Takes its time, so never inside a transaction. */
export const pageDrawing = port<{ draw(pages: DrawnPages): Promise<Uint8Array> }>('exchange.page-drawing')
