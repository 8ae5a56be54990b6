import { createSetting } from './draw-picture.ts'

/** A legal text to set: its parts in order, each in every language; several languages stand side by side. */
export interface LegalTextPages {
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

/** Makes the function that sets texts; fonts are read once. */
export function createTextDrawing(): (pages: LegalTextPages) => Uint8Array {
  const set = createSetting('./legal-text.typ', 'pages')
  return pages => set(pages).pdf(pages.date === null ? 'ua-1' : 'a-2a')
}

/** Sets a legal text as PDF 1.7, tagged: PDF/A-2a (ISO 19005-2), and while it has no date, which an archive needs, PDF/UA-1. The same text gives the same bytes. */
export function drawLegalText(pages: LegalTextPages): Uint8Array {
  return createTextDrawing()(pages)
}
