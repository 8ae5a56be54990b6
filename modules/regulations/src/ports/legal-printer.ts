import { port } from '@tereze/operation'

/** A legal text to set as pages: its parts in order, each in every language. */
export interface PrintedText {
  readonly languages: readonly string[]
  readonly author: string
  /** Date of the text, `YYYY-MM-DD`; null while it is no law yet. */
  readonly date: string | null
  readonly blocks: readonly {
    readonly kind: 'title' | 'part' | 'heading' | 'paragraph'
    readonly number: string
    readonly text: Readonly<Record<string, string>>
  }[]
}

/** Who sets legal texts as PDF; bound to what draws documents. */
export interface LegalPrinter {
  /** Takes its time, beside what else is done; null where so many texts wait already that this one is not taken. */
  draw(text: PrintedText): Promise<Uint8Array | null>
}
/** Bound by whoever composes the platform. */
export const legalPrinter = port<LegalPrinter>('regulations.legal-printer')
