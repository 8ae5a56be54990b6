import {
  event,
  Instant,
  JsonObject,
  type Language,
  LanguageCode,
  OrganisationId,
  openScope,
  operation,
  PageInput,
  PartyId,
  page,
  port,
  protocol,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a document. */
export const DocumentId = TypedId('document')
/** Public reference on paper and in the QR code: random, with a check character. */
export const DocumentReference = Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$' })

/** Whether a document still holds. */
export const DocumentStatus = Type.Union([Type.Literal('valid'), Type.Literal('replaced'), Type.Literal('revoked')])
/** Whether a document still holds. */
export type DocumentStatus = Static<typeof DocumentStatus>

/** A result on paper or screen: signed data first, its picture second. */
export const DocumentCard = Type.Object({
  document: DocumentId,
  organisation: OrganisationId,
  reference: DocumentReference,
  kind: Type.String(),
  title: Text,
  case: Type.Union([Type.String(), Type.Null()]),
  issuedAt: Instant,
  status: DocumentStatus,
})
/** A result on paper or screen. */
export type DocumentCard = Static<typeof DocumentCard>

/** There is no such document, or it is not for you. */
export const documentNotFound = refusal('documents.document-not-found', 'not-found')
/** The package has no such document template. */
export const templateNotFound = refusal('documents.template-not-found', 'not-found')
/** The data does not fill the template. */
export const documentIncomplete = refusal('documents.document-incomplete', 'invalid')

/** A document was issued. */
export const documentIssued = event({
  type: 'documents.document-issued',
  does: 'A signed result was issued.',
  data: Type.Object({ document: DocumentId, kind: Type.String(), case: Type.Union([Type.String(), Type.Null()]) }),
})
/** A document was replaced or revoked. */
export const documentWithdrawn = event({
  type: 'documents.document-withdrawn',
  does: 'A document was replaced by another or revoked.',
  data: Type.Object({ document: DocumentId, status: DocumentStatus }),
})

/** A line of a document: what it is called and what it says. */
export const DocumentLine = Type.Object({ label: Text, value: Text })
/** A line of a document. */
export type DocumentLine = Static<typeof DocumentLine>

/** A piece of a text that is written in one way. */
export const TextRun = Type.Object({
  text: Type.String(),
  bold: Type.Optional(Type.Literal(true)),
  italic: Type.Optional(Type.Literal(true)),
})
/** A piece of a text that is written in one way. */
export type TextRun = Static<typeof TextRun>

/** A text whose parts are not all written alike has its pieces too, by language. */
const Runs = Type.Optional(Type.Object({ en: Type.Array(TextRun), ru: Type.Array(TextRun), kk: Type.Array(TextRun) }))
/** A text with, where it is not all alike, its pieces. */
export const WrittenText = Type.Object({ text: Text, runs: Runs })
/** A text with, where it is not all alike, its pieces. */
export type WrittenText = Static<typeof WrittenText>

/** A part of a document's page, in words of all languages. */
export const DocumentBlock = Type.Union([
  Type.Object({ kind: Type.Literal('heading'), text: Text }),
  Type.Object({ kind: Type.Literal('text'), ...WrittenText.properties }),
  Type.Object({ kind: Type.Literal('fields'), fields: Type.Array(DocumentLine) }),
  Type.Object({
    kind: Type.Literal('list'),
    items: Type.Array(Type.Object({ ...WrittenText.properties, note: Type.Union([Text, Type.Null()]) })),
    numbered: Type.Optional(Type.Literal(true)),
  }),
  Type.Object({
    kind: Type.Literal('table'),
    columns: Type.Array(
      Type.Object({
        label: Text,
        /** Share of the width. */
        width: Type.Integer({ minimum: 1 }),
        align: Type.Union([Type.Literal('start'), Type.Literal('end')]),
      }),
    ),
    /** As many cells in each row as there are columns. */
    rows: Type.Array(Type.Array(WrittenText)),
  }),
  /** Where the seal stands, when not at the end. */
  Type.Object({ kind: Type.Literal('seal') }),
  /** The QR code once more. */
  Type.Object({ kind: Type.Literal('qr') }),
  /** What stands on every page: no part of the text, told once. */
  Type.Object({
    kind: Type.Literal('page'),
    header: Type.Union([Text, Type.Null()]),
    footer: Type.Union([Text, Type.Null()]),
    number: Type.Union([Type.Literal('of'), Type.Literal('plain'), Type.Literal('none')]),
  }),
])
/** A part of a document's page. */
export type DocumentBlock = Static<typeof DocumentBlock>

/** Issues a document: signed result data at once, the picture when first looked at. */
export const issueDocument = operation({
  name: 'documents.issue-document',
  does: 'Issues a signed result from a template of a service package.',
  input: Type.Object({
    organisation: OrganisationId,
    /** Package and version whose template it is. */
    service: Type.String(),
    version: Type.String(),
    template: Type.String(),
    person: PartyId,
    case: Type.Union([Type.String(), Type.Null()]),
    /** What the template's expressions are evaluated over: the data of the case. */
    data: JsonObject,
    /** Same key, same document: a repeated step issues nothing twice. */
    key: Type.String({ minLength: 1, maxLength: 200 }),
    /** A document that this one replaces; if the data is the same as its, it stays and is given back. */
    replaces: Type.Optional(DocumentId),
    /** A duplicate of the one that it replaces: issued anew though it says the same. */
    duplicate: Type.Optional(Type.Boolean()),
    /** Languages of the paper, the first one first; two stand side by side. */
    languages: Type.Array(LanguageCode, { minItems: 1, maxItems: 3, uniqueItems: true }),
  }),
  output: Type.Object({ document: DocumentId, reference: DocumentReference }),
  permission: 'documents.document.issue',
  refusals: [templateNotFound, documentIncomplete, documentNotFound],
  emits: [documentIssued, documentWithdrawn],
})

/** Issues a paper of an organisation about its own work. */
export const issuePaper = operation({
  name: 'documents.issue-paper',
  does: 'Issues a signed paper of an organisation about its own work, as an act of destruction: composed by the module that calls, checked by anyone like every document.',
  input: Type.Object({
    organisation: OrganisationId,
    kind: Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 100 }),
    title: Text,
    /** What the public check shows. */
    lines: Type.Array(DocumentLine, { minItems: 1, maxItems: 50 }),
    blocks: Type.Array(DocumentBlock, { minItems: 1, maxItems: 100 }),
    /** What is signed besides the lines. */
    data: JsonObject,
    /** Same key, same paper. */
    key: Type.String({ minLength: 1, maxLength: 200 }),
    languages: Type.Array(LanguageCode, { minItems: 1, maxItems: 3, uniqueItems: true }),
  }),
  output: Type.Object({ document: DocumentId, reference: DocumentReference }),
  permission: 'documents.document.issue',
  emits: [documentIssued],
})

/** Revokes a document. */
export const revokeDocument = operation({
  name: 'documents.revoke-document',
  does: 'Revokes a document with a reason; its public check says so at once.',
  input: Type.Object({
    organisation: OrganisationId,
    document: DocumentId,
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ document: DocumentId, status: DocumentStatus }),
  permission: 'documents.document.revoke',
  refusals: [documentNotFound],
  emits: [documentWithdrawn],
})

/** The person's own documents from all organisations, newest first. */
export const listOwnDocuments = operation({
  name: 'documents.list-own-documents',
  does: 'Lists a person’s documents from all organisations, newest first.',
  kind: 'query',
  input: Type.Object({
    person: PartyId,
    /** Only of this organisation: with its case, what a power for some services covers. */
    organisation: Type.Optional(OrganisationId),
    case: Type.Optional(Type.String()),
    ...PageInput.properties,
  }),
  output: page(DocumentCard),
  permission: 'documents.document.read-own',
  scope: 'documents.read',
})

/** `typ` of the signature of a document's data: no other signature of the same key passes for a document's. */
export const documentType = 'tereze-document+jws'

/** A document with its signed data and what its page shows. */
export const DocumentContent = Type.Object({
  ...DocumentCard.properties,
  /** Whose it is: a person's, a firm's, or of a paper the organisation's own. */
  person: PartyId,
  /** Languages of the paper, the first one first. */
  languages: Type.Array(LanguageCode),
  blocks: Type.Array(DocumentBlock),
  /** Compact JWS (RFC 7515) over canonical JSON (RFC 8785), `typ` `tereze-document+jws`. */
  signed: Type.String(),
  /** Hash of the picture in the file store, null until it was first looked at. */
  picture: Type.Union([Type.String(), Type.Null()]),
})
/** A document with its signed data. */
export type DocumentContent = Static<typeof DocumentContent>

/** A person's own document. */
export const getOwnDocument = operation({
  name: 'documents.get-own-document',
  does: 'Gives one of a person’s own documents with its signed data.',
  kind: 'query',
  input: Type.Object({ person: PartyId, document: DocumentId }),
  output: DocumentContent,
  permission: 'documents.document.read-own',
  scope: 'documents.read',
  refusals: [documentNotFound],
})

/** A document that the organisation issued. */
export const getIssuedDocument = operation({
  name: 'documents.get-issued-document',
  does: 'Gives a document with its signed data to the organisation that issued it.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, document: DocumentId }),
  output: DocumentContent,
  permission: 'documents.document.read',
  refusals: [documentNotFound],
})

/** Anyone's check of a reference. */
export const verifyDocument = operation({
  name: 'documents.verify-document',
  does: 'Tells whether a document with this reference was issued, by whom, and whether it still holds.',
  kind: 'query',
  input: Type.Object({ reference: Type.String({ minLength: 1, maxLength: 40 }) }),
  output: Type.Object({
    status: Type.Union([DocumentStatus, Type.Literal('unknown')]),
    /** Whether the issuer's signature over the data holds. */
    signature: Type.Union([Type.Literal('holds'), Type.Literal('broken'), Type.Literal('none')]),
    organisation: Type.Union([OrganisationId, Type.Null()]),
    kind: Type.Union([Type.String(), Type.Null()]),
    title: Type.Union([Text, Type.Null()]),
    issuedAt: Type.Union([Instant, Type.Null()]),
    /** The lines the paper shows, to compare with; label and value. */
    lines: Type.Array(DocumentLine),
    replacedBy: Type.Union([DocumentReference, Type.Null()]),
  }),
  permission: 'documents.document.verify',
  scope: openScope,
})

/** The picture of a document for its owner. */
export const showDocument = protocol({
  name: 'documents.show-document',
  does: 'Gives the PDF of a document to the person it belongs to or to an official of its issuer.',
  method: 'GET',
  path: '/documents/:document/file.pdf',
  permission: 'documents.document.show',
  scope: 'documents.read',
  refusals: [documentNotFound],
  audited: true,
})

/** The signature beside the picture of a document, for its owner. */
export const showSignature = protocol({
  name: 'documents.show-signature',
  does: 'Gives the issuer’s signature beside the PDF of a document (CMS, `.sig`) to whoever may see the document.',
  method: 'GET',
  path: '/documents/:document/file.pdf.sig',
  permission: 'documents.document.show',
  scope: 'documents.read',
  refusals: [documentNotFound],
  audited: true,
})

/** The public keys of an organisation's seal. */
export const listKeys = operation({
  name: 'documents.list-keys',
  does: 'Gives the public keys of an organisation’s seal, newest first, retired ones too.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ keys: Type.Array(JsonObject) }),
  permission: 'documents.document.verify',
  scope: openScope,
})

/** The public keys by which anyone checks signed results without us. */
export const listSealKeys = protocol({
  name: 'documents.list-seal-keys',
  does: 'Gives the public keys of an organisation’s seal as a JWK set (RFC 7517).',
  method: 'GET',
  path: '/documents/keys/:organisation',
  permission: 'documents.document.verify',
  scope: openScope,
})

const FileHash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Remembers where a document's picture is kept. */
export const keepPicture = operation({
  name: 'documents.keep-picture',
  does: 'Remembers the file of a document’s picture after it was drawn or stamped again.',
  input: Type.Object({
    organisation: OrganisationId,
    document: DocumentId,
    hash: FileHash,
    /** The picture that it takes the place of: its file is lost, or was stamped anew; none unless given. */
    instead: Type.Optional(FileHash),
    /** Until when the time-stamp of the file is good; it is stamped again in time. */
    stampedUntil: Type.Optional(Instant),
  }),
  /** With the hash of the picture that is kept: of two drawn at once the first. */
  output: Type.Object({ document: DocumentId, hash: FileHash }),
  permission: 'documents.picture.keep',
  refusals: [documentNotFound],
})

/** What a page is drawn from: words in all languages, of which `languages` are shown. */
export interface Picture {
  readonly languages: readonly Language[]
  readonly organisation: Text
  readonly title: Text
  readonly issued: Text
  /** Legal date of issue, `YYYY-MM-DD`: it dates the file, so that the same picture is the same bytes. */
  readonly date: string
  readonly reference: string
  readonly verifyUrl: string
  /** The same without scheme, to be read and typed. */
  readonly verifyAddress: string
  /** Algorithm and key id of the seal. */
  readonly key: string
  /** Number and term of the certificate with which the file itself is signed. */
  readonly certificate: Text
  readonly blocks: readonly DocumentBlock[]
  readonly words: { readonly signed: Text; readonly check: Text; readonly qr: Text }
  /** Stands across every page of what is no document: that it is a sample. */
  readonly sample?: Text
}
/** Draws pages as PDF; throws when it cannot, and is asked again at the next look. */
export const pictures = port<{ draw(picture: Picture): Promise<Uint8Array> }>('documents.pictures')
