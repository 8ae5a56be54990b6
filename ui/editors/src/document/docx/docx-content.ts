/** A piece of a paragraph: text that is written in one way, or a field that a mark or a merge field names. */
export type DocxPiece = { readonly bold: boolean; readonly italic: boolean } & (
  | { readonly text: string }
  | { readonly field: string; readonly mark: string }
)

/** A part of a file that was read. */
export type DocxPart =
  | { readonly kind: 'heading' | 'text'; readonly pieces: readonly DocxPiece[] }
  | { readonly kind: 'items'; readonly numbered: boolean; readonly points: readonly (readonly DocxPiece[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly DocxPiece[])[])[] }

/** What of a file is not taken over. */
export const leftOutKinds = ['picture', 'note', 'box', 'formula', 'header', 'inner-table', 'wide-table'] as const
/** What of a file is not taken over. */
export type LeftOut = (typeof leftOutKinds)[number]

/** What a file holds, in its order, and how often something was left out. */
export interface DocxContent {
  readonly parts: readonly DocxPart[]
  readonly leftOut: ReadonlyMap<LeftOut, number>
}

/** Why a file is not read. */
export const docxFaults = ['too-large', 'not-docx', 'expands-too-far', 'damaged', 'doctype', 'too-many-parts'] as const
/** Why a file is not read. */
export type DocxFault = (typeof docxFaults)[number]
