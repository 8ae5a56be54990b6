import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { fileStore, isTooLarge } from '@tereze/foundation-files'
import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, type Language, languages, type Refused, refuse, systemActor } from '@tereze/operation'
import {
  type DocumentContent,
  documentNotFound,
  getIssuedDocument,
  getOwnDocument,
  keepPicture,
  pictures,
  showDocument,
} from '../contract/index.ts'
import { seals } from '../ports/seals.ts'
import { describePicture } from '../rules/describe-picture.ts'
import { ownWords } from '../templates/own-words.ts'

async function find(document: string, context: ProtocolContext): Promise<DocumentContent | Refused> {
  const { actor } = context
  if (actor.kind === 'person') {
    return context.call(getOwnDocument, { person: actor.onBehalfOf ?? actor.id, document })
  }
  if (actor.kind === 'official') {
    return context.call(getIssuedDocument, { organisation: actor.organisation, document })
  }
  return refuse(documentNotFound)
}

/** Draws the picture with the seal's certificate on it, seals the file, keeps it, remembers where. */
async function draw(document: DocumentContent, context: ProtocolContext): Promise<Uint8Array> {
  const issuer = getOrganisation(context.port(packages), document.organisation)
  const word = (key: string, language: Language) => ownWords.text(key, language)
  const [language] = document.languages.length > 0 ? document.languages : languages
  const seal = await context.port(seals).ready(context, document.organisation)
  const picture = describePicture(document, issuer, word, context.origin, seal)
  const bytes = await seal.sign(await context.port(pictures).draw(picture), {
    name: issuer.name[language ?? 'en'],
    label: word('document.field', language ?? 'en'),
    reason: word('document.reason', language ?? 'en'),
  })
  const stored = await context.port(fileStore).write(bytes)
  if (isTooLarge(stored)) throw new Error('a picture has no limit')
  await context.call(
    keepPicture,
    { organisation: document.organisation, document: document.document, hash: stored.hash },
    { actor: systemActor('documents', document.organisation) },
  )
  return bytes
}

/** The PDF of a document: kept since the first look, drawn at it. */
export const showDocumentHandler = respond(showDocument, async (request, context) => {
  const document = await find(request.params.document ?? '', context)
  if (isRefused(document)) return document.code === 'operations.input-invalid' ? refuse(documentNotFound) : document
  const kept = document.picture === null ? null : await context.port(fileStore).find(document.picture)
  return {
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${document.kind}-${document.reference}.pdf"`,
      'cache-control': 'private, no-cache',
    },
    body: kept ?? (await draw(document, context)),
  }
})
