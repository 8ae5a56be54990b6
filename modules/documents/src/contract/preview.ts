import {
  JsonObject,
  type Language,
  LanguageCode,
  OrganisationId,
  operation,
  port,
  refusal,
  type Text,
} from '@tereze/operation'
import { Type } from 'typebox'
import { TemplateShape } from './template.ts'

/** A template that is being written, and all that its page is composed from. */
export interface PreviewOrder {
  readonly template: Readonly<Record<string, unknown>>
  /** Words of the package by language and key, and those that it finds in its jurisdiction. */
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>
  readonly common: Readonly<Record<Language, Readonly<Record<string, string>>>>
  readonly regulation: Readonly<Record<string, unknown>> | null
  readonly appeals: Readonly<Record<string, unknown>> | null
  /** The data of a case that somebody made up. */
  readonly data: Readonly<Record<string, unknown>>
  readonly languages: readonly Language[]
  readonly issuer: { readonly name: Text; readonly zone: string }
  /** Names of the bodies that the data speak of, by id. */
  readonly organisations: Readonly<Record<string, Text>>
  /** ISO 8601. */
  readonly now: string
  readonly origin: string
}

/** What is wrong with a template: an expression, a message, or a field without a value; `detail` says which. */
export interface PreviewFault {
  readonly fault: 'expression' | 'words' | 'field'
  readonly detail: string
}
/** The file, and one drawing of all pages (SVG) for the screen; or what is wrong with the template. */
export type ShownPages = { readonly pdf: Uint8Array; readonly svg: string } | PreviewFault

/** So many pages wait to be drawn that this one is not taken. */
export class PicturesBusy extends Error {}
/** Composes and draws templates that are being written; throws `PicturesBusy`, or what went wrong. */
export const previews = port<{ show(order: PreviewOrder): Promise<ShownPages> }>('documents.previews')

/** An expression, a message or a field of the template is wrong: `detail` says which. */
export const templateFaulty = refusal('documents.template-faulty', 'invalid')
/** Others have their templates shown: later. */
export const previewBusy = refusal('documents.preview-busy', 'too-many')
/** The page takes too long, or is too large, or cannot be set. */
export const previewFailed = refusal('documents.preview-failed', 'invalid')

const Words = Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 20_000 }))

/** Shows a template as the document that it would make. */
export const previewTemplate = operation({
  name: 'documents.preview-template',
  does: 'Shows the page that a template would make of given data, set as documents are and marked as a sample; nothing is issued or kept.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    template: TemplateShape,
    /** Words of the package by language and key. */
    words: Type.Object({ en: Words, ru: Words, kk: Words }),
    /** `regulation.json` of the package, whose grounds and terms the page cites. */
    regulation: Type.Optional(JsonObject),
    /** What expressions are evaluated over. */
    data: JsonObject,
    languages: Type.Array(LanguageCode, { minItems: 1, maxItems: 3, uniqueItems: true }),
  }),
  output: Type.Object({
    /** The file, base64. */
    pdf: Type.String(),
    /** All pages one below the other, SVG. */
    svg: Type.String(),
  }),
  permission: 'documents.template.preview',
  refusals: [templateFaulty, previewBusy, previewFailed],
  // Words of a large package in three languages, most letters of two bytes.
  limit: 2_097_152,
})
